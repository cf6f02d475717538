/**
 * A first score over inferred attributes, to be changed: a few rules that show the forms, points that are a guess, and a test
 * that passes. What converted already, or was filled in by sales, says nothing about whom to call: such columns are left out.
 */
import { writtenName } from '@merit-lang/language'
import { comment, freeName, valueText } from './names.ts'
import type { InferredAttribute, Schema } from './schema.ts'

interface StarterRule {
  readonly text: string
  readonly points: number
  /** What the test's lead has so that the rule gives its points: `employees: 200`. */
  readonly lead: string
}

const outcomes =
  /^(y|won|target|label|outcome|customer|is_customer|visit|spend|churn(ed)?|conver\w*|closed\w*|deal\w*|opportunity\w*)$/
const filledInBySales =
  /quality|score|rating|grade|stage|(^|lead_|sales_|call_)status$|tags?$|profile|index$|(^|call_)duration$/
const identifiers = /(^|_)(id|uuid|guid|key|number|no)$/
const optOuts = /do_not|opt(ed)?_out|unsubscribed|bounced|blocked|spam/
const saysNothingYet = [identifiers, optOuts]
const knownAfterwards = [outcomes, filledInBySales]
const jobs = /title|role|position|seniority/
/** What scores are usually built on comes first; what a person is born with, last. */
const telling =
  /industr|sector|employee|size$|revenue|title|role|seniority|occupation|job|origin|source|channel|visits?$|views|time_(spent|on)|interest|history|balance|income/
const personal = /^age|gender|^sex$|marital|relig|ethnic|race|birth|nationality/
const fewerIsBetter = /recency|since|pdays|days_ago|_ago$/
/** A choice that is no choice. */
const noChoice = /^(other|others|none|no|nonexistent|misc)\b/i
const mostRules = 4

type Of<K extends InferredAttribute['type']['kind']> = InferredAttribute & {
  readonly type: Extract<InferredAttribute['type'], { kind: K }>
}
type Named<K extends InferredAttribute['type']['kind']> = (
  attribute: Of<K>,
  names: ReadonlySet<string>,
) => StarterRule | undefined

const rules = {
  enum: choiceRule,
  number: numberRule,
  boolean: booleanRule,
  text: textRule,
  date: () => undefined,
  list: listRule,
} satisfies { [K in InferredAttribute['type']['kind']]: Named<K> }

const matches = (patterns: readonly RegExp[]) => (attribute: InferredAttribute) =>
  patterns.some(pattern => pattern.test(attribute.name))

export function starterRules({ attributes, names }: Schema): StarterRule[] {
  const usable = attributes.filter(attribute => !matches([...saysNothingYet, ...knownAfterwards])(attribute))
  const found = [...usable].sort(byWorth).flatMap(attribute => {
    const make: (attribute: never, names: ReadonlySet<string>) => StarterRule | undefined = rules[attribute.type.kind]
    const rule = make(attribute as never, names)
    return rule ? [{ kind: attribute.type.kind, rule }] : []
  })
  return spread(found)
}

function byWorth(a: InferredAttribute, b: InferredAttribute): number {
  return worth(b) - worth(a)
}

const worth = ({ name }: InferredAttribute) => (telling.test(name) ? 1 : personal.test(name) ? -1 : 0)

/** Rules of different kinds before several of one kind. */
function spread(found: readonly { readonly kind: string; readonly rule: StarterRule }[]): StarterRule[] {
  const first = found.filter(({ kind }, at) => found.findIndex(other => other.kind === kind) === at)
  const others = found.filter(one => !first.includes(one))
  return [...first, ...others].slice(0, mostRules).map(({ rule }) => rule)
}

function choiceRule({ name, type }: Of<'enum'>, names: ReadonlySet<string>): StarterRule | undefined {
  const [most, second] = type.best.filter(value => !noChoice.test(value))
  if (most === undefined || second === undefined) return undefined
  const [first, next] = [valueText(most, names), valueText(second, names)]
  const text = `points by ${writtenName(name)} {\n${first}: 10\n${next}: 5\nelse: 0\n}`
  return { text, points: 10, lead: `${writtenName(name)}: ${first}` }
}

/** For the quarter of the leads that has most of it, or least. */
function numberRule({ name, type }: Of<'number'>): StarterRule | undefined {
  const fewer = fewerIsBetter.test(name)
  const threshold = Number((fewer ? type.lowerQuartile : type.upperQuartile).toPrecision(2))
  if (!(threshold > 0) || !/^[\d.]+$/.test(String(threshold))) return undefined
  const text = `when ${writtenName(name)} ${fewer ? '<=' : '>='} ${threshold} add 15`
  return { text, points: 15, lead: `${writtenName(name)}: ${threshold}` }
}

/** What nearly nobody has, or nearly everybody, makes no difference worth a rule. */
function booleanRule({ name, type }: Of<'boolean'>): StarterRule | undefined {
  if (type.share < 0.05 || type.share > 0.95) return undefined
  return { text: `when ${writtenName(name)} add 5`, points: 5, lead: `${writtenName(name)}: true` }
}

function textRule({ name }: Of<'text'>): StarterRule | undefined {
  if (/e-?mail/.test(name)) return emailRule(name)
  if (!jobs.test(name)) return undefined
  const text = `when ${writtenName(name)} contains any word of ["VP", "Director", "Head", "Chief"] add 20`
  return { text, points: 20, lead: `${writtenName(name)}: "VP Marketing"` }
}

function emailRule(name: string): StarterRule {
  const text = `when domain(${writtenName(name)}) is known and domain(${writtenName(name)}) not in free_email_domains add 10 as "Company e-mail address"`
  return { text, points: 10, lead: `${writtenName(name)}: "ann@acme.example"` }
}

function listRule({ name, type }: Of<'list'>, names: ReadonlySet<string>): StarterRule | undefined {
  const [most] = type.values ?? []
  if (most === undefined) return undefined
  const value = valueText(most, names)
  return {
    text: `when ${writtenName(name)} contains ${value} add 10`,
    points: 10,
    lead: `${writtenName(name)}: [${value}]`,
  }
}

/** A model without rules would be none. */
function orFallback(found: StarterRule[], { attributes, names }: Schema): StarterRule[] {
  return found.length > 0 ? found : attributes.slice(0, 1).map(attribute => knownRule(attribute, names))
}

function knownRule({ name, type }: InferredAttribute, names: ReadonlySet<string>): StarterRule {
  const sample: (type: never, names: ReadonlySet<string>) => string = samples[type.kind]
  const lead = `${writtenName(name)}: ${sample(type as never, names)}`
  return { text: `when ${writtenName(name)} is known add 10`, points: 10, lead }
}

const anyText = '"something"'

const samples = {
  text: () => anyText,
  boolean: () => 'true',
  number: () => '1',
  date: () => '2026-05-01',
  enum: ({ values: [first] }, names) => (first === undefined ? anyText : valueText(first, names)),
  list: ({ values: [first] = [] }, names) => `[${first === undefined ? anyText : valueText(first, names)}]`,
} satisfies {
  [K in InferredAttribute['type']['kind']]: (type: Of<K>['type'], names: ReadonlySet<string>) => string
}

/** Not formatted yet. */
export function starterModel(schema: Schema, title: string): string {
  const rules = orFallback(starterRules(schema), schema)
  const total = rules.reduce((sum, { points }) => sum + points, 0)
  const threshold = Math.max(5, Math.round(total / 10) * 5)
  const score = freeScore(schema.names)
  const optOut = schema.attributes.find(({ name, type }) => optOuts.test(name) && type.kind === 'boolean')
  const later = schema.attributes.filter(matches(knownAfterwards)).map(({ key }) => key)
  const zoneless = schema.attributes.some(({ type }) => type.kind === 'date' && type.zoneless)
  return [
    `model ${title}`,
    ...(zoneless ? ['timezone "UTC"   # some times in the data name no zone: say where they were taken'] : []),
    '\nimport "./schema.merit"\n',
    ...(later.length > 0
      ? [comment(`Not used, being by name an outcome or filled in later: ${later.join(', ')}.`), '']
      : []),
    '## How well a lead fits. These points are a first guess, to be replaced by what you know.',
    `score ${score} {\n${rules.map(({ text }) => text).join('\n')}\n}\n`,
    `qualify MQL at ${threshold}`,
    ...(optOut ? [`disqualify "asked not to be contacted" when ${writtenName(optOut.name)}`] : []),
    '\ntest "a lead that has it all qualifies" {\nnow 2026-06-01',
    `lead {\n${rules.map(({ lead }) => lead).join('\n')}\n}`,
    `expect ${score} = ${total}\nexpect MQL\n}\n`,
    'test "a lead about whom nothing is known does not" {',
    `lead {}\nexpect ${score} = 0\nexpect not MQL\n}\n`,
  ].join('\n')
}

function freeScore(names: ReadonlySet<string>): string {
  return freeName('fit', new Set(names))
}
