/** `merit diff` of two versions of a model over many leads, beside `merit score` of the same file. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { median, ratioOf } from '../median.ts'
import { figure, type PartOptions, type Section, table } from '../section.ts'
import { leadLine, now } from '../work/leads.ts'
import { meritModel } from '../work/merit.ts'
import { type Rule, rulesOf } from '../work/rules.ts'

const eventsEach = 10
const ruleCount = 200

const model = (rules: readonly Rule[], threshold: number) =>
  `${meritModel(rules)}qualify MQL at ${threshold} of total\n`

/** Versions of the model, each beside the first. */
const changes: Readonly<Record<string, (rules: readonly Rule[]) => string>> = {
  'three rules and a threshold': rules =>
    model(
      rules.map((rule, i) => (i % 70 === 0 ? more(rule) : rule)),
      42,
    ),
  'every rule': rules => model(rules.map(more), 40),
}

const more = (rule: Rule): Rule => ({ ...rule, points: rule.points + 1 })

interface Row {
  readonly what: string
  readonly scored: readonly number[]
  readonly compared: readonly number[]
  readonly entering: number
  readonly leaving: number
}

function merit(folder: string, ...args: readonly string[]): number {
  const begun = performance.now()
  const instant = new Date(now).toISOString()
  execFileSync(process.execPath, [resolve('packages/cli/dist/merit.mjs'), ...args, '--now', instant], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return performance.now() - begun
}

const score = (folder: string, version: string) =>
  merit(folder, 'score', `${version}.merit`, 'leads.ndjson', '--out', `${version}.ndjson`)

const compare = (folder: string) =>
  merit(folder, 'diff', 'before.merit', 'after.merit', '--leads', 'leads.ndjson', '--format', 'json', '-o', 'diff.json')

interface Membership {
  readonly entering: readonly string[]
  readonly leaving: readonly string[]
}

/** Who enters and leaves, by the results of both versions. */
function expected(folder: string): Membership {
  const [before, after] = ['before', 'after'].map(version =>
    readFileSync(join(folder, `${version}.ndjson`), 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { id: string; stages: { MQL: boolean } }),
  )
  const ids = (was: boolean) =>
    (before ?? []).flatMap(({ id, stages }, i) => {
      const is = after?.[i]?.stages.MQL
      return stages.MQL === was && is === !was ? [id] : []
    })
  return { entering: ids(false), leaving: ids(true) }
}

function checked(folder: string): Membership {
  const { models } = JSON.parse(readFileSync(join(folder, 'diff.json'), 'utf8'))
  const { entering, leaving } = models[0].impact.stages[0]
  const seen = { entering, leaving }
  if (JSON.stringify(seen) !== JSON.stringify(expected(folder)))
    throw new Error('merit diff names other leads than the results of the two versions show.')
  return seen
}

function measure(what: string, after: string, folder: string, rounds: number): Row {
  writeFileSync(join(folder, 'after.merit'), after)
  const scored: number[] = []
  const compared: number[] = []
  for (let round = 0; round < rounds; round++) {
    scored.push(score(folder, 'before'))
    compared.push(compare(folder))
  }
  score(folder, 'after')
  const { entering, leaving } = checked(folder)
  return { what, scored, compared, entering: entering.length, leaving: leaving.length }
}

const ratio = ({ scored, compared }: Row) => ratioOf(compared, scored)

export async function diff({ folder, quick, say }: PartOptions): Promise<Section> {
  const leads = quick ? 2000 : 100_000
  const lines = Array.from({ length: leads }, (_, i) => leadLine(i, eventsEach))
  writeFileSync(join(folder, 'leads.ndjson'), `${lines.join('\n')}\n`)
  const rules = rulesOf(ruleCount, 'mixed')
  writeFileSync(join(folder, 'before.merit'), model(rules, 40))
  const rows = Object.entries(changes).map(([what, after]) => {
    say(what)
    return measure(what, after(rules), folder, quick ? 1 : 5)
  })
  const columns = ['changed', '`merit score`, ms', '`merit diff`, ms', 'ratio', 'enter MQL', 'leave it']
  const cells = rows.map(row => [
    row.what,
    ...[median(row.scored), median(row.compared), ratio(row)].map(figure),
    ...[row.entering, row.leaving].map(String),
  ])
  return {
    title: 'What a change does to leads',
    targets: rows.map(row => ({
      what: `\`merit diff\` / \`merit score\`, ${leads.toLocaleString('en-US')} leads, ${row.what} changed`,
      value: ratio(row),
      bound: { atMost: 2.5 },
    })),
    body: `${table(columns, cells)}

NDJSON, 25 attributes and ${eventsEach} events a lead, ${ruleCount} rules; both are whole processes that write their results to a file. \`merit diff\` scores each lead with both
versions, says which rules made the difference, and proves what holds for all leads. Who enters and leaves is checked against the results of both versions.`,
  }
}
