/** VS Code itself, served on loopback, with the packed extension installed as a user installs it. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { vscode } from '../install.mjs'
import { until } from '../until.mjs'

const main = join(vscode, 'out', 'server-main.js')
const shared = ['--accept-server-license-terms', '--telemetry-level', 'off']

/** No marketplace: nothing is fetched. */
const env = { ...process.env, EXTENSIONS_GALLERY: '{}' }

/** What makes pictures restless, or saves by itself. */
const settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.commandCenter': false,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code fills it in.
  'window.title': '${activeEditorShort}',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.autoUpdate': false,
  'files.autoSave': 'off',
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.inlayHints.enabled': 'on',
  'testing.automaticallyOpenPeekView': 'never',
  'telemetry.telemetryLevel': 'off',
}

/** Gives the folder that the extension was unpacked to. */
export async function installExtension(vsix, data) {
  const extensions = join(data, 'extensions')
  const args = [main, ...shared, '--server-data-dir', data, '--extensions-dir', extensions, '--install-extension', vsix]
  await promisify(execFile)(process.execPath, args, { env, timeout: 60_000 })
  const folder = readdirSync(extensions).find(name => name.startsWith('merit'))
  if (!folder) throw new Error(`${vsix} was not installed.`)
  return join(extensions, folder)
}

/** Gives the address, and how to end it. Extensions are those of the data folder, or none. */
export async function serveVscode(data, { extensions = join(data, 'extensions') } = {}) {
  mkdirSync(join(data, 'data', 'Machine'), { recursive: true })
  writeFileSync(join(data, 'data', 'Machine', 'settings.json'), JSON.stringify(settings))
  const port = await freePort()
  const args = ['--host', '127.0.0.1', '--port', `${port}`, '--without-connection-token', '--server-data-dir', data]
  const options = ['--extensions-dir', extensions, '--disable-workspace-trust', '--enable-smoke-test-driver']
  const child = spawn(process.execPath, [main, ...shared, ...args, ...options], {
    env,
    stdio: 'ignore',
    detached: true,
  })
  const address = `http://127.0.0.1:${port}`
  await until(
    'VS Code answers',
    () =>
      fetch(address).then(
        ({ ok }) => ok,
        () => false,
      ),
    30_000,
  )
  return { address, authority: `127.0.0.1:${port}`, end: () => ended(child) }
}

/** With the extension hosts that it started. */
async function ended(child) {
  const gone = once(child, 'exit')
  process.kill(-child.pid, 'SIGKILL')
  await gone
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
