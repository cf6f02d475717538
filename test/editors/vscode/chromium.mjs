/** The Chromium of this machine, without a screen. */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const path = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(one => one !== '' && existsSync(one))

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-lcd-text',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Small enough for pictures in pages, large enough for two columns of text. */
const viewport = { width: 1000, height: 600 }

export const hasChromium = path !== undefined

/** Gives a page to the work, and ends the browser after it. */
export async function withPage(work) {
  const browser = await chromium.launch({ executablePath: path, args: flags })
  try {
    return await work(await browser.newPage({ viewport }))
  } finally {
    await browser.close()
  }
}
