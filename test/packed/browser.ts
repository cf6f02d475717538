/** A page in a real browser, served from a folder under a strict content security policy. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, normalize, sep } from 'node:path'

const policy = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'"
const html =
  '<!doctype html><meta charset="utf-8"><title>An app</title><script type="module" src="./page.mjs"></script>'
const types: Readonly<Record<string, string>> = { mjs: 'text/javascript', js: 'text/javascript', html: 'text/html' }

/** The installed Chromium, if there is one. */
export const chromium = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(path => path !== '' && existsSync(path))

/** For a run without a screen that leaves nothing behind. */
export const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What the page of the folder (`page.mjs`) posts to `./answer`; it finds `input` at `./input.json`. */
export async function answerOf(browser: string, folder: string, input: unknown): Promise<unknown> {
  const profile = mkdtempSync(join(tmpdir(), 'merit-chromium-'))
  const server = createServer()
  const answered = new Promise<unknown>(resolve =>
    server.on('request', (request, response) => void serve(folder, input, request, response, resolve)),
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const started = spawn(browser, [...flags, `--user-data-dir=${profile}`, `http://127.0.0.1:${port}/`], {
    stdio: 'ignore',
    detached: true,
  })
  try {
    return await Promise.race([answered, failure(started)])
  } finally {
    await ended(started)
    server.closeAllConnections()
    server.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

/** With all the processes that it started, which would else go on writing to its profile. */
export async function ended(browser: ChildProcess): Promise<void> {
  if (browser.exitCode !== null || browser.pid === undefined) return
  const exit = once(browser, 'exit')
  process.kill(-browser.pid, 'SIGKILL')
  await exit
}

async function failure(process: ChildProcess): Promise<never> {
  const [code] = await once(process, 'exit')
  throw new Error(`The browser ended with ${code} before the page answered.`)
}

async function serve(
  folder: string,
  input: unknown,
  request: IncomingMessage,
  response: ServerResponse,
  answered: (answer: unknown) => void,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  response.setHeader('Content-Security-Policy', policy)
  if (path === '/') return send(response, 'text/html', html)
  if (path === '/input.json') return send(response, 'application/json', JSON.stringify(input))
  if (path === '/answer') {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    send(response, 'text/plain', '')
    return answered(JSON.parse(Buffer.concat(parts).toString('utf8')))
  }
  const file = normalize(join(folder, path))
  if (!file.startsWith(folder + sep) || !existsSync(file)) return send(response.writeHead(404), 'text/plain', '')
  send(response, types[file.split('.').at(-1) ?? ''] ?? 'text/plain', readFileSync(file))
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  if (!response.headersSent) response.setHeader('Content-Type', type)
  response.end(body)
}
