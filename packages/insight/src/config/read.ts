/** `merit.config.json` to what it says. Whatever is wrong with it is said with its place, and the rest holds. */
import { catalogue, keepsFromRunning, nearest, type SourceText, type Span } from '@merit-lang/language'
import { type Limit, limitOf } from '../gates.ts'
import { type Config, emptyConfig } from './config.ts'
import { type Json, JsonMistake, type Range, readJson } from './json.ts'
import { settings } from './settings.ts'
import type { Settings, Shape, ShapeOf } from './shapes.ts'
import { whyUnlevelled } from './unlevelled.ts'

export interface ConfigProblem {
  readonly span: Span
  /** What is wrong and what to do, in whole sentences. */
  readonly message: string
}

export interface ReadConfig {
  readonly config: Config
  /** In the order of the text. */
  readonly problems: readonly ConfigProblem[]
}

type Report = (range: Range, message: string) => void

/** Never throws, whatever the text. */
export function configOf(source: SourceText): ReadConfig {
  const problems: ConfigProblem[] = []
  const report: Report = ({ start, end }, message) => problems.push({ span: { source, start, end }, message })
  const said = valueIn(source.text, report)
  problems.sort((a, b) => a.span.start - b.span.start)
  return { config: { ...emptyConfig, ...said }, problems }
}

function valueIn(text: string, report: Report): Partial<Config> {
  try {
    return record(readJson(text), settings, report, ['$schema'])
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error
    report(error.range, error.message)
    return {}
  }
}

/** What a value means by its shape; undefined where it does not have it, which is reported. */
const readers = {
  text: (json, _, report) => wanted(json, textIn(json), 'a text', report),
  switch: (json, _, report) => wanted(json, json.kind === 'word' ? json.value : null, 'true or false', report),
  percentage: (json, _, report) => wanted(json, percentageIn(json), 'a number from 0 to 100', report),
  limit: (json, { share }, report) => {
    const limit = limitIn(json)
    const examples = share
      ? 'a number, or a share of up to 100% such as `"2%"` or `"MQL=2%"`'
      : 'a number or `"fit=10"`'
    return wanted(json, share || limit?.unit === 'number' ? limit : undefined, examples, report)
  },
  several: (json, { of }, report) => {
    const items = json.kind === 'list' ? json.items : [json]
    return items.map(item => read(item, of, report)).filter(item => item !== undefined)
  },
  settings: (json, shape, report) => record(json, shape.settings, report),
  levels: (json, { values }, report) => levels(json, values, report),
} satisfies { [K in Shape['kind']]: (json: Json, shape: ShapeOf<K>, report: Report) => unknown }

function read(json: Json, shape: Shape, report: Report): unknown {
  return (readers[shape.kind] as (json: Json, shape: Shape, report: Report) => unknown)(json, shape, report)
}

function wanted<T>(json: Json, value: T | null | undefined, what: string, report: Report): T | undefined {
  if (value === null || value === undefined) report(json, `This has to be ${what}.`)
  return value ?? undefined
}

function textIn(json: Json): string | undefined {
  return json.kind === 'text' && json.value !== '' ? json.value : undefined
}

function percentageIn(json: Json): number | undefined {
  return json.kind === 'number' && json.value >= 0 && json.value <= 100 ? json.value : undefined
}

function limitIn(json: Json): Limit | undefined {
  if (json.kind === 'number') return json.value >= 0 ? { most: json.value, unit: 'number' } : undefined
  return json.kind === 'text' ? limitOf(json.value) : undefined
}

function choice(json: Json, values: readonly string[], report: Report): string | undefined {
  if (json.kind === 'text' && values.includes(json.value)) return json.value
  const meant = json.kind === 'text' ? nearest(json.value, values) : undefined
  const asked = meant === undefined ? '' : ` Did you mean "${meant}"?`
  report(json, `This has to be one of ${values.map(one => `"${one}"`).join(', ')}.${asked}`)
  return undefined
}

function record(json: Json, known: Settings, report: Report, passedOver: readonly string[] = []): object {
  const entries = entriesOf(json, 'settings in `{ }`', report).flatMap(({ key, value }) => {
    if (passedOver.includes(key.value)) return []
    const setting = Object.hasOwn(known, key.value) ? known[key.value] : undefined
    if (!setting) report(key, `There is no setting \`${key.value}\`.${instead(key.value, Object.keys(known))}`)
    const found = setting && read(value, setting.shape, report)
    return found === undefined ? [] : [[key.value, found]]
  })
  return Object.fromEntries(entries)
}

function levels(json: Json, values: readonly string[], report: Report): object {
  const entries = entriesOf(json, 'names of findings with their levels in `{ }`', report).flatMap(({ key, value }) => {
    const mistake = mistakeIn(key.value)
    if (mistake !== undefined) report(key, mistake)
    const level = mistake === undefined ? choice(value, values, report) : undefined
    return level === undefined ? [] : [[key.value, level]]
  })
  return Object.fromEntries(entries)
}

function mistakeIn(name: string): string | undefined {
  if (keepsFromRunning(name)) return `\`${name}\` keeps a model from running, and stays an error.`
  const unlevelled = whyUnlevelled(name)
  if (unlevelled !== undefined) return unlevelled
  const names = catalogue.map(record => record.name)
  return names.includes(name) ? undefined : `There is no finding called \`${name}\`.${instead(name, names)}`
}

function instead(name: string, names: readonly string[]): string {
  const meant = nearest(name, names)
  if (meant !== undefined) return ` Did you mean \`${meant}\`?`
  const all = names.map(one => `\`${one}\``).join(', ')
  return names.length < 10 ? ` There ${names.length === 1 ? 'is only' : 'are'} ${all}.` : ''
}

/** Those of a name that stands twice are the last one's, as JSON has it. */
function entriesOf(json: Json, what: string, report: Report) {
  if (json.kind !== 'record') {
    report(json, `This has to be ${what}.`)
    return []
  }
  const seen = new Set<string>()
  for (const { key } of json.entries) {
    if (seen.has(key.value)) report(key, `\`${key.value}\` stands here twice.`)
    seen.add(key.value)
  }
  return json.entries
}
