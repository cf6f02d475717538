/** The installed Chromium without a screen, spoken to over its debugging pipe. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { chromium, ended, flags } from '../packed/browser.ts'

export const hasChromium = chromium !== undefined

const piped = ['--remote-debugging-pipe', '--hide-scrollbars']

export interface Look {
  readonly width: number
  readonly height?: number
  readonly scheme?: 'light' | 'dark'
  readonly media?: 'screen' | 'print'
}

export interface Page {
  /** What the page said on its console, and what was asked of any network or file besides the page itself. */
  readonly complaints: string[]
  readonly requests: string[]
  readonly look: (look: Look) => Promise<void>
  /** Gives the value of an expression, which is JSON. */
  readonly evaluate: <T>(expression: string) => Promise<T>
  readonly press: (key: string) => Promise<void>
  /** Both as base64. */
  readonly screenshot: (part?: {
    readonly y: number
    readonly width: number
    readonly height: number
  }) => Promise<string>
  readonly pdf: () => Promise<string>
}

/** Opens the page of an address, and ends the browser after the work. */
export async function onPage<T>(url: string, work: (page: Page) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'merit-report-'))
  const browser = spawn(chromium as string, [...flags, ...piped, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  })
  try {
    return await work(await opened(new Pipe(browser), url))
  } finally {
    await ended(browser)
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

async function opened(pipe: Pipe, url: string): Promise<Page> {
  const { targetId } = await pipe.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await pipe.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
  const send = <T>(method: string, params: object = {}) => pipe.send<T>(method, params, sessionId)
  const page = pageOf(send)
  pipe.on('Runtime.consoleAPICalled', event => page.complaints.push(JSON.stringify(event)))
  pipe.on('Runtime.exceptionThrown', event => page.complaints.push(JSON.stringify(event)))
  pipe.on('Log.entryAdded', event => page.complaints.push(JSON.stringify(event)))
  pipe.on('Network.requestWillBeSent', ({ request }) => page.requests.push((request as { url: string }).url))
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`)
  const loaded = new Promise(resolve => pipe.on('Page.loadEventFired', resolve))
  await send('Page.navigate', { url })
  await loaded
  return page
}

type Send = <T>(method: string, params?: object) => Promise<T>

function pageOf(send: Send): Page {
  const data = async (method: string, params: object) => (await send<{ data: string }>(method, params)).data
  return {
    complaints: [],
    requests: [],
    look: async ({ width, height = 900, scheme = 'light', media = 'screen' }) => {
      await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: width < 600 })
      const features = [{ name: 'prefers-color-scheme', value: scheme }]
      await send('Emulation.setEmulatedMedia', { media, features })
    },
    evaluate: async expression => {
      const { result, exceptionDetails } = await send<Evaluated>('Runtime.evaluate', {
        expression,
        returnByValue: true,
      })
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
      return result.value as never
    },
    press: async key => {
      const codes: Readonly<Record<string, number>> = { Tab: 9, Enter: 13 }
      const text = key === 'Enter' ? { text: '\r' } : {}
      const event = { key, code: key, windowsVirtualKeyCode: codes[key], ...text }
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...event })
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
    },
    screenshot: part => {
      const clip = part ? { clip: { x: 0, scale: 1, ...part } } : {}
      return data('Page.captureScreenshot', { captureBeyondViewport: true, ...clip })
    },
    pdf: () => data('Page.printToPDF', { preferCSSPageSize: true, printBackground: false }),
  }
}

interface Evaluated {
  readonly result: { readonly value: unknown }
  readonly exceptionDetails?: object
}

// ---------------------------------------------------------------- the pipe

type Fields = Readonly<Record<string, unknown>>

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Fields
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** Messages of JSON, each ended by a zero byte. */
class Pipe {
  readonly #waiting = new Map<number, (message: Message) => void>()
  readonly #listeners: [method: string, listener: (params: Fields) => void][] = []
  readonly #out: Writable
  #last = 0

  constructor({ stdio }: ChildProcess) {
    this.#out = stdio[3] as Writable
    let rest = ''
    ;(stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
      const messages = (rest + text).split('\0')
      rest = messages.pop() as string
      for (const message of messages) this.#take(JSON.parse(message))
    })
  }

  on(method: string, listener: (params: Fields) => void): void {
    this.#listeners.push([method, listener])
  }

  send<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = ++this.#last
    this.#out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    return new Promise((resolve, reject) =>
      this.#waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result as T),
      ),
    )
  }

  #take(message: Message): void {
    const { id, method, params = {} } = message
    if (id !== undefined) this.#waiting.get(id)?.(message)
    for (const [name, listener] of this.#listeners) if (name === method) listener(params)
  }
}
