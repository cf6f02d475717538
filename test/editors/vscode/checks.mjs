/** VS Code with the extension as it is packed and installed: its workbench, and both of its extension hosts. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../folder.mjs'
import { onDesk } from './desk.mjs'
import { inNode, inWorker } from './hosts.mjs'
import { installExtension } from './server.mjs'

export async function vscode(report, options) {
  const data = mkdtempSync(join(tmpdir(), 'merit-vscode-'))
  const vsix = join(data, 'merit.vsix')
  try {
    let extension
    const isThere = await report.check('the extension is packed and installed', async () => {
      execFileSync(process.execPath, [join(root, 'packages', 'vscode', 'package.mjs'), vsix], { stdio: 'pipe' })
      extension = await installExtension(vsix, data)
    })
    if (!isThere) return
    await report.section(() => onDesk(report, data, options))
    report.begin('VS Code, extension host in Node')
    await report.section(() => inNode(report, extension, data))
    report.begin('VS Code, extension host in a web worker')
    await report.section(() => inWorker(report, extension))
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}
