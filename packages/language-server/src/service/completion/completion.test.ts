import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Ast, check, keywords, type Understood, walk } from '@merit-lang/language'
import { describe, expect, it } from 'vitest'
import { knownOf, propertiesOf } from '../known.ts'
import { Models } from '../models.ts'
import { forgetful } from '../project.ts'
import { placeOf } from '../testing.ts'
import type { SourceText } from '../text.ts'
import { placeIn } from '../workspace.ts'
import { completionsAt, completionsIn } from './completion.ts'
import { ranks } from './item.ts'

const schema = `
list competitors = ["rival.com"]
lead {
  industry: one of [SaaS, Fintech, "Financial Services"]
  employees: integer 0..
  title: text
  created: date
  customer: boolean
  interests: list of [pricing, api]
  \`Lead Source\`: text
  company { tier: one of [A, B]  size: number }
}
event download { asset: one of [whitepaper, datasheet]  pages: integer }
event page_view { path: text }
event activity from download or page_view
let weight_of_size = 3
let recent = 30d
segment big when employees > 1000
score fit { when big add 5 as "Big" }
grade tier from fit { A at 3 else B }
qualify MQL at 3 of fit
disqualify "too small" when employees < 3
`

/** After the schema. */
const itemsAt = (text: string) => completionsAt(placeOf(`${schema}${text}`)).items
const labels = (text: string) => itemsAt(text).map(({ label }) => label)

describe('what is offered, and what is not', () => {
  it.each([
    ['▮', ['when', 'score', 'on … add', 'test … { … }'], ['add', 'industry']],
    [
      'when ▮',
      ['industry', 'employees', 'big', 'customer', 'any', 'not', 'domain', 'company.tier', 'Lead Source'],
      ['fit', 'download', 'SaaS', 'competitors'],
    ],
    ['when indu▮', ['industry'], []],
    [
      'when title ▮ add 5',
      ['contains', 'contains word', 'contains any of', 'starts with', '=', 'in', 'is'],
      ['within', '<', 'older'],
    ],
    ['when employees ▮', ['>=', 'in', 'is', '='], ['contains', 'like', 'within', 'before']],
    ['when created ▮', ['within', 'older', 'before', 'after', 'is'], ['contains']],
    ['when interests ▮', ['contains', 'contains any of', 'contains all of'], ['starts with', 'in']],
    ['when title contains ▮', ['any of', 'word', 'any word of'], ['contains', 'with']],
    ['when industry = ▮', ['SaaS', 'Fintech', 'Financial Services'], ['whitepaper', 'employees', 'competitors']],
    ['when industry = ▮', ['SaaS'], ['true', 'count', 'days', 'domain', 'title', 'lead.title', 'recent', 'industry']],
    ['when title = ▮', ['domain', 'lead.industry', 'company.tier'], ['title', 'lead.title', 'true', 'count']],
    ['when customer = ▮', ['true', 'false', 'big'], ['count', 'days', 'weight_of_size']],
    ['when employees = ▮', ['count', 'days', 'company.size', 'weight_of_size'], ['true', 'recent']],
    ['when industry = (▮', ['SaaS'], ['not', 'any', 'true']],
    ['when industry ▮', ['=', 'in', 'is', 'contains'], ['and', 'add', 'points by …', 'of', 'reset']],
    ['when customer ▮', ['and', 'add', 'points by …'], ['of', 'reset', '<']],
    ['when employees > 3 ▮', ['and', 'or', 'add'], ['reset']],
    ['on download ▮', ['add', 'reset', 'within'], []],
    ['when sum ▮', ['of'], []],
    ['when employees in ▮', ['<', '>='], ['true', 'recent']],
    ['when industry in ▮', ['SaaS', 'competitors'], ['<', 'true']],
    ['when industry = "▮', ['SaaS', 'Financial Services'], ['A', 'when']],
    ['when industry in [SaaS, ▮', ['Fintech'], ['A', 'employees', 'recent', 'weight_of_size', 'true']],
    ['when title in ▮', ['competitors'], ['fit']],
    ['when interests contains ▮', ['pricing', 'api', 'any of'], ['SaaS', 'any', 'of', 'and', 'add', 'true', 'recent']],
    ['when interests contains any of [▮', ['pricing', 'api'], ['SaaS']],
    ['when employees > ▮', ['weight_of_size', 'company.size'], ['title', 'recent', 'industry', 'big']],
    ['when created within ▮', ['recent'], ['weight_of_size', 'employees']],
    ['when created before ▮', ['created'], ['employees']],
    ['when company.▮', ['tier', 'size'], ['industry', 'when']],
    ['when title is ▮', ['known', 'unknown', 'not'], ['industry']],
    ['when any ▮', ['download', 'page_view', 'activity', 'created'], ['industry']],
    ['when count of ▮', ['download', 'distinct'], ['industry']],
    ['on ▮', ['download', 'activity'], ['industry', 'when']],
    [
      'on download(▮',
      ['whitepaper', 'datasheet', 'asset', 'pages', 'hour', 'lead.industry'],
      ['path', 'SaaS', 'industry'],
    ],
    ['on download(lead.▮', ['industry', 'company.tier'], ['asset', 'lead.industry']],
    ['on download(pages > ▮', ['pages', 'weight_of_size'], ['asset', 'whitepaper']],
    ['on download(asset = ▮', ['whitepaper'], ['SaaS']],
    ['on download add ▮', ['pages', 'weight_of_size', 'employees'], ['asset', 'title']],
    ['on download add 5 decay 30d cap 5 ▮', ['cooldown', 'once', 'within'], ['decay', 'cap']],
    ['on download add 5 ▮', ['decay', 'once', 'cap', 'within', 'as'], ['industry']],
    ['on download add 5 decay ▮', ['30d', 'linear over 30d', '20% of original every 30d', 'recent'], ['industry']],
    ['on download add 5 decay 20% ▮', ['of original every 30d', 'of remaining every 30d'], ['linear over 30d']],
    ['on download add 5 decay linear ▮', ['over 30d'], ['of original every 30d']],
    ['on download add 5 once per ▮', ['asset', 'pages', 'day'], ['path', 'industry']],
    ['on download within 30▮', ['30d', '30min', '30h'], ['30mo']],
    [
      'on download points by asset { ▮',
      ['whitepaper', 'datasheet', 'unknown', 'else', 'all remaining values'],
      ['SaaS'],
    ],
    ['points by industry { ▮ }', ['SaaS', 'else'], ['whitepaper', 'employees', '<', 'true']],
    ['points by employees { ▮ }', ['<', 'else', 'unknown'], ['true', 'recent']],
    ['points first { ▮', ['industry', 'big', 'else'], ['SaaS']],
    ['score x = ▮', ['fit', 'employees'], ['download', 'title']],
    ['grade g from ▮', ['fit'], ['tier', 'industry']],
    ['grade g { X when ▮', ['fit', 'industry'], ['tier', 'MQL']],
    ['qualify ▮', ['MQL', 'at', 'when'], ['fit']],
    ['qualify SQL at 5 of ▮', ['fit'], ['MQL']],
    ['qualify SQL when ▮', ['fit', 'tier', 'MQL', 'big'], ['SaaS']],
    ['qualify SQL when tier = ▮', ['A', 'B'], ['SaaS']],
    ['lead { x: ▮', ['text', 'integer', 'one', 'one of […]'], ['industry']],
    ['lead { x: text unknown in ▮', ['competitors'], ['industry']],
    ['import "▮', ['./model.merit'].slice(1), ['when']],
    ['test "x" {\n  lead { industry: SaaS  ▮', ['employees', 'title', 'company'], ['industry', 'download']],
    ['test "x" {\n  lead { industry: ▮', ['SaaS', 'unknown'], ['whitepaper', 'true']],
    ['test "x" {\n  lead { customer: ▮', ['true', 'unknown'], ['SaaS']],
    ['test "x" {\n  lead { company { tier: ▮', ['A', 'B'], ['SaaS']],
    ['test "x" {\n  event ▮', ['download'], ['activity', 'created']],
    ['test "x" {\n  event download(▮', ['whitepaper', 'asset', 'pages'], ['SaaS']],
    ['test "x" {\n  event download(asset: ▮', ['whitepaper'], ['SaaS', 'pages']],
    ['test "x" {\n  expect ▮', ['fit', 'MQL', 'rule', 'not', 'disqualified'], ['when']],
    ['test "x" {\n  expect rule "▮', ['Big'], ['when']],
    ['test "x" {\n  expect disqualified "▮', ['too small'], ['Big']],
    ['timezone "▮', ['Europe/Berlin'], ['Big']],
    ['when a = "SaaS" # ▮', [], ['when', 'industry']],
    ['when title = "▮', [], ['when', 'industry']],
  ])('%j', (text, wanted, unwanted) => {
    const found = labels(text)
    expect(wanted.filter(label => !found.includes(label))).toEqual([])
    expect(unwanted.filter(label => found.includes(label))).toEqual([])
  })
})

it('without declarations names are offered that are used elsewhere, not the one being typed', () => {
  const { items } = completionsAt(placeOf('when industry = SaaS add 5\non visit add 1\nwhen indu▮'))
  const names = items.flatMap(({ kind, label }) => (kind === 'attribute' ? label : []))
  expect(names).toEqual(['industry'])
})

describe('without declarations values are offered that are used elsewhere', () => {
  const model = `list shops = [Retail]
when industry in [SaaS, Fintech] or industry in shops add 1
on download(Whitepaper) add 1
event seen from download
`
  it.each([
    ['when industry = ▮', ['Retail', 'SaaS', 'Fintech']],
    ['when industry = Sa▮', ['Retail', 'SaaS', 'Fintech']],
    ['when lead.industry in [Fintech, ▮', ['Retail', 'SaaS', 'Fintech']],
    ['points by industry { ▮ }', ['Retail', 'SaaS', 'Fintech']],
    ['on download(▮', ['Whitepaper']],
    ['on seen(subject = ▮', ['Whitepaper']],
    ['when title = ▮', []],
  ])('%j', (text, expected) => {
    const { items } = completionsAt(placeOf(`${model}${text}`))
    expect(items.flatMap(({ kind, label }) => (kind === 'value' ? label : []))).toEqual(expected)
  })
})

it('values that a table has already come last, and all others can be filled in at once', () => {
  const items = itemsAt('points by industry { SaaS: 5  ▮ }')
  const rankOf = (label: string) => items.find(item => item.label === label)?.rank
  expect([rankOf('Fintech'), rankOf('SaaS')]).toEqual([ranks.best, ranks.later])
  expect(items.find(({ label }) => label === 'all remaining values')?.insert).toBe(
    ['Fintech: $', '{1:0}\n"Financial Services": $', '{2:0}'].join(''),
  )
})

describe('what is typed is replaced by what is meant', () => {
  it.each([
    ['when indu▮stry', 'industry', 'when industry'],
    ['when `Lea▮', 'Lead Source', 'when `Lead Source`'],
    ['when industry = "Fi▮"', 'Financial Services', 'when industry = "Financial Services"'],
    ['when industry = Fi▮', 'Financial Services', 'when industry = "Financial Services"'],
    ['on download within 3▮', '3d', 'on download within 3d'],
    ['on download(em▮', 'lead.employees', 'on download(lead.employees'],
  ])('%j: %s', (marked, label, expected) => {
    const place = placeOf(`${schema}${marked}`)
    const { start, end, items } = completionsAt(place)
    const insert = items.find(item => item.label === label)?.insert ?? ''
    const text = place.source.text
    expect(`${text.slice(0, start)}${insert}${text.slice(end)}`.slice(schema.length)).toBe(expected)
  })
})

it('an edited model is not checked again for what is offered', () => {
  let checks = 0
  const models = new Models({
    ...forgetful,
    check: (source, options) => {
      checks++
      return check(source, options)
    },
  })
  const offered = (text: string) => {
    models.set('/m.merit', text)
    const place = placeIn(
      models.workspace({ inlayHints: false, lenses: false, samples: undefined }),
      '/m.merit',
      text.length,
    )
    return place ? completionsAt(place).items.map(({ label }) => label) : []
  }
  expect(offered(`${schema}when `)).toContain('industry')
  expect(offered(`${schema}when industry = `)).toContain('Fintech')
  expect(checks).toBe(1)
})

it('imports name files from where they stand', () => {
  const files = { '/a/model.merit': 'import "▮', '/a/schema.merit': '', '/lists/names.merit': '' }
  expect(completionsAt(placeOf(files), Object.keys(files)).items.map(({ label }) => label)).toEqual([
    './schema.merit',
    '../lists/names.merit',
  ])
})

it('names and words are documented', () => {
  const documented = (text: string, label: string) =>
    itemsAt(text)
      .find(item => item.label === label)
      ?.documentation?.()
  expect(documented('when ▮', 'industry')).toContain('industry: one of [SaaS, Fintech, "Financial Services"]')
  expect(documented('on download add 5 ▮', 'decay')).toContain('Half-life')
})

// ---------------------------------------------------------------- the examples

const examples = join(import.meta.dirname, '../../../../../examples')
const models = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.merit'))

function sourceOf(path: string): SourceText {
  return { path: `/${path}`, text: readFileSync(join(examples, path), 'utf8') }
}

/** Where a name stands that the model knows and that is not made up right there. */
function namesIn(
  { files }: Understood,
  source: SourceText,
  known: ReadonlySet<string>,
): readonly (readonly [number, string])[] {
  const ast = files.find(file => file.source.path === source.path)?.ast as Ast.File
  const found: (readonly [number, string])[] = []
  walk(ast, (node, parent) => {
    if (node.kind !== 'ident' || !known.has(node.text)) return
    const isNew = parent && 'name' in parent && parent.name === node && madeUp.has(parent.kind)
    if (!isNew) found.push([node.span.start, node.text])
  })
  return found
}

const madeUp: ReadonlySet<Ast.AnyNode['kind']> = new Set([
  'field',
  'event',
  'listDecl',
  'let',
  'segment',
  'score',
  'group',
  'grade',
])

const words: ReadonlySet<string> = new Set(keywords.map(({ word }) => word))

it('at each name and each keyword of the examples it is among what is offered, whatever stood behind it', () => {
  const missed: string[] = []
  let asked = 0
  for (const path of models) {
    const source = sourceOf(path)
    const { understood } = check(source, { read: at => sourceOf(at.slice(1)) })
    const known = knownOf(understood)
    const events = [...known.events.keys()]
    const properties = events.flatMap(event => propertiesOf(known, event).map(({ name }) => name))
    const names = namesIn(understood, source, new Set([...known.named.keys(), ...events, ...properties]))
    for (const [start, word] of [...names, ...keywordsIn(source)]) {
      const { items } = completionsIn({ ...source, text: source.text.slice(0, start) }, start, understood, [])
      asked++
      if (!items.some(({ label }) => label === word || label.startsWith(`${word} `) || label.startsWith(`${word}.`)))
        missed.push(`${path}: ${source.text.slice(start - 40, start)}▮${word}`)
    }
  }
  expect(asked).toBeGreaterThan(1000)
  expect(missed).toEqual([])
})

/** Outside comments and texts, and not as a name or value. */
function keywordsIn({ text }: SourceText): readonly (readonly [number, string])[] {
  const pieces = text.matchAll(/"[^"\n]*"|`[^`\n]*`|#[^\n]*|[\p{L}_][\p{L}\p{N}_]*/gu)
  return [...pieces].flatMap(({ 0: word, index }) =>
    words.has(word) && isKeyword(text, index, word) ? [[index, word] as const] : [],
  )
}

/** Of words that stand for something else now and then, only those are asked for that cannot. */
function isKeyword(text: string, index: number, word: string): boolean {
  const certain =
    'when on add subtract decay cooldown qualify grade expect per within score of in and or not any no points by group else as since'
  return (
    certain.split(' ').includes(word) &&
    !/[[(=:,.]\s*$/.test(text.slice(0, index)) &&
    !/^\s*[:.,)]/.test(text.slice(index + word.length))
  )
}
