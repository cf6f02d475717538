import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { diff } from './diff/diff.ts'
import { editor } from './editor/editor.ts'
import { live } from './live/live.ts'
import { load } from './load/load.ts'
import { million } from './million/million.ts'
import { mutation } from './parts/mutation.ts'
import { proofs } from './parts/proofs.ts'
import { scoring } from './parts/scoring.ts'
import { start } from './parts/start.ts'
import { isMet, type Part, type PartOptions, printSection, type Section } from './section.ts'

const parts: { readonly [name: string]: Part } = { start, scoring, load, live, million, diff, editor, proofs, mutation }

const results = 'bench/RESULTS.md'

const introduction = `# Results of \`npm run bench\`

Compare numbers of one section with each other, and runs on one machine: what contestants take in relation to each other says more
than any time. Everything that is compared was measured in turn, round by round; numbers are medians over the rounds.`

/** Said with the results where other work kept the processors from this one. */
function circumstances(): string {
  const [load = 0] = loadavg()
  const busy = load > cpus().length + 1 ? ' The machine was busy: all times are too high.' : ''
  return `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() || 'unknown processor'}.${busy}`
}

/** The sections of the last results by title, for the parts that do not run this time. */
function lastSections(): ReadonlyMap<string, string> {
  const [, ...sections] = existsSync(results) ? readFileSync(results, 'utf8').split(/^(?=## )/m) : []
  return new Map(sections.map(section => [section.slice(3, section.indexOf('\n')), section.trim()]))
}

function writeResults(sections: readonly Section[]): void {
  const printed = sections.map(section => [section.title, `${printSection(section)}\n\n${circumstances()}`] as const)
  const all = new Map([...lastSections(), ...printed])
  writeFileSync(results, `${[introduction, ...all.values()].join('\n\n')}\n`)
}

/** Peers have no lock file: one of them has packages for other machines that not every registry offers. Their versions are exact. */
function install(): void {
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error']
  execFileSync('npm', ['install', ...quietly], { cwd: 'bench/peers', stdio: 'inherit', shell: true })
  execFileSync(process.execPath, ['packages/cli/build.mjs'], { stdio: 'inherit' })
}

/** Measures the parts that are asked for. Gives the exit code: 1 where a target is missed. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
  })
  const asked = values.only === undefined ? Object.keys(parts) : [values.only]
  const unknown = asked.find(name => !parts[name])
  if (unknown !== undefined) throw new Error(`There is no part ${unknown}; there are ${Object.keys(parts).join(', ')}.`)
  install()
  const folder = mkdtempSync(join(tmpdir(), 'merit-bench-'))
  try {
    const options = { folder, quick: values.quick, say: (progress: string) => console.error(`  ${progress}`) }
    return await measure(asked, options)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(asked: readonly string[], options: PartOptions): Promise<number> {
  const sections: Section[] = []
  for (const name of asked) {
    console.error(name)
    const section = await (parts[name] as Part)(options)
    console.log(`\n${printSection(section)}\n`)
    sections.push(section)
  }
  // Quick numbers are not worth keeping.
  if (!options.quick) writeResults(sections)
  return sections.flatMap(({ targets }) => targets).every(isMet) ? 0 : 1
}
