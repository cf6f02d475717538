#!/usr/bin/env node
/**
 * `npm run bench`: start-up, the phases of a large model, and scoring a file of leads. Prints the medians and writes
 * `bench/RESULTS.md`. Exits with 1 where a target is missed.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { importTypeScript, root } from '../test/bundle.mjs'

const startRuns = 21
const phaseRuns = 5
const scoreRuns = 3
const merit = join(root, 'packages', 'cli', 'dist', 'merit.mjs')

const folder = mkdtempSync(join(tmpdir(), 'merit-bench-'))
const { modelOf, leadsCsv } = await importTypeScript('bench/model.ts')
const { measureCold, measurePhases, median } = await importTypeScript('bench/phases.ts')

/** Milliseconds of one process from start to end; it must succeed. */
function timeProcess(args) {
  const begun = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`)
  return Number(process.hrtime.bigint() - begun) / 1e6
}

/** Both kinds of process in turn, so that a busy moment of the machine meets both. */
function measureStart(args) {
  const pairs = Array.from({ length: startRuns }, () => [timeProcess(['-e', '0']), timeProcess(args)])
  return { bare: median(pairs.map(pair => pair[0])), over: median(pairs.map(([bare, whole]) => whole - bare)) }
}

function measureScoring(count) {
  writeFileSync(join(folder, 'leads.csv'), leadsCsv(count))
  const args = [
    merit,
    'score',
    'small.merit',
    'leads.csv',
    '--now',
    '2026-06-01',
    '--format',
    'ndjson',
    '--out',
    'out.ndjson',
  ]
  return median(Array.from({ length: scoreRuns }, () => timeProcess(args)))
}

/** Said with the results where other work kept the processors from this one. */
function busyRemark() {
  const [load] = loadavg()
  return load > cpus().length + 1
    ? `The machine was busy (load ${load.toFixed(1)} on ${cpus().length} processors): all times are too high.`
    : ''
}

const rows = []
const add = (what, ms, target) => rows.push({ what, ms, target, met: target === undefined || ms <= target })

execFileSync(process.execPath, [join(root, 'packages', 'cli', 'build.mjs')], { cwd: root, stdio: 'inherit' })
try {
  writeFileSync(join(folder, 'small.merit'), modelOf(30))
  const start = measureStart([merit, 'check', 'small.merit'])
  add('`node -e 0`', start.bare)
  add('`merit check`, 30 rules, cold start, over `node -e 0`', start.over, 110)
  const cold = measureCold(10_000).find(phase => phase.name === 'parse + check + lower')
  add('10,000 rules, first run of a process: parse + check + lower', cold.ms, 1200)
  for (const { name, ms } of measurePhases(10_000, phaseRuns))
    add(`10,000 rules, warm: ${name}`, ms, name === 'parse + check + lower' ? 1200 : undefined)
  add('`merit score`, 30 rules, 10,000 leads from CSV, whole process', measureScoring(10_000))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const table = [
  '| what | median ms | at most |',
  '| --- | ---: | ---: |',
  ...rows.map(
    ({ what, ms, target, met }) => `| ${what} | ${ms.toFixed(1)} | ${target ?? ''}${met ? '' : ' **missed**'} |`,
  ),
].join('\n')

const remark = busyRemark()
console.log(`\n${[table, remark].filter(Boolean).join('\n\n')}\n`)
writeFileSync(
  join(root, 'bench', 'RESULTS.md'),
  `# Results of \`npm run bench\`

Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() || 'unknown processor'}. ${remark}

${table}

## How to read it

Times are medians in milliseconds. Compare rows of one run with each other, and runs on one machine. Start-up is the difference to
an empty Node process, both started in turn ${startRuns} times. The phases run in one process over a generated file, ${phaseRuns} times after a first one, which is listed by itself; \`check\` parses
once more by itself. Scoring is the whole process: start, read, score, write, ${scoreRuns} times. The models come from \`bench/model.ts\`.
`,
)
process.exitCode = rows.every(row => row.met) ? 0 : 1
