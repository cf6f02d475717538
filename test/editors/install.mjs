/** Installs the editors: VS Code and its drivers out of npm into this folder, the others out of Debian's packages. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname
const stamp = join(here, 'node_modules', '.merit-installed')
const wanted = readFileSync(join(here, 'package.json'), 'utf8')

/** The server of VS Code, with its workbench for browsers and its extension host in Node. */
export const vscode = join(here, 'node_modules', 'code-server', 'lib', 'vscode')

/** VS Code looks for files with ripgrep, which its package fetches by an install script. */
const ripgrep = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin', 'rg')

/** Gives the reason why VS Code cannot be tried here. */
export async function installVscode() {
  const reason = (await installFromDebian(['chromium', 'rg'], ['chromium', 'ripgrep'])) ?? (await installFromNpm())
  if (reason === undefined && !existsSync(ripgrep)) {
    mkdirSync(join(ripgrep, '..'), { recursive: true })
    symlinkSync(execFileSync('which', ['rg'], { encoding: 'utf8' }).trim(), ripgrep)
  }
  return reason
}

/** Install scripts would compile what is not needed here, and fetch browsers. */
async function installFromNpm() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return undefined
  const folders = [[here], [vscode, '--omit=dev'], [join(vscode, 'extensions'), '--omit=dev']]
  for (const [folder, ...options] of folders) {
    const failure = await npmInstall(folder, options)
    if (failure !== undefined) return failure
  }
  writeFileSync(stamp, wanted)
}

function npmInstall(folder, options) {
  const quietly = ['--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error']
  return run('npm', ['install', ...quietly, ...options], { cwd: folder, shell: process.platform === 'win32' }, 300_000)
}

/** As it is where all of the commands are there. */
export async function installFromDebian(commands, packages) {
  const missing = () => commands.filter(command => !isThere(command)).join(' and ')
  if (missing() === '') return undefined
  if (!isThere('apt-get') || process.getuid?.() !== 0) return `${missing()} not installed, and not root on Debian`
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update'], { env }, 300_000)
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  const failure = update ?? (await run('apt-get', install, { env }, 900_000))
  return missing() === '' ? undefined : `${missing()} could not be installed: ${failure ?? 'not among the packages'}`
}

export const isThere = command => spawnSync('which', [command]).status === 0

/** Gives what it said last where it failed. */
function run(command, args, options, milliseconds) {
  return new Promise(resolve => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'], timeout: milliseconds })
    let said = ''
    child.stderr.on('data', data => {
      said = (said + data).slice(-500)
    })
    child.on('error', error => resolve(error.message))
    child.on('close', status => resolve(status === 0 ? undefined : said.trim() || `${command} ended with ${status}`))
  })
}
