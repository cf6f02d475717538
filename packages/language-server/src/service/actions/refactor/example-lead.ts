/** A lead for whom a condition holds, as the data of a test; worked out form by form, at the bounds of what is asked. */
import { type Ast, type Meaning, textOf, writtenName, writtenText } from '@merit-lang/language'
import { type ExampleLead, milliseconds, numberIn, sample, set, TODAY, valueIn } from './example-values.ts'

/** False where no way is known; the lead may be half done then. Whoever asks tries the test. */
export function satisfy(lead: ExampleLead, condition: Ast.Expr): boolean {
  const way = ways[condition.kind as keyof typeof ways] as Way<Ast.Expr> | undefined
  return way?.(condition, lead) ?? false
}

type Way<E> = (expr: E, lead: ExampleLead) => boolean

const ways = {
  paren: ({ inner }, lead) => satisfy(lead, inner),
  /** Nothing is known of a lead that nothing was said about, and of that nothing holds. */
  unary: ({ operator }) => operator === 'not',
  boolean: ({ value }) => value,
  name: nameHolds,
  binary: binaryHolds,
  membership: membershipHolds,
  wordTest: wordTestHolds,
  knownTest: ({ negated, value }, lead) => negated || isKnown(lead, value),
  ageTest: ageHolds,
  quantified: ({ quantifier, count, pattern }, lead) => {
    if (quantifier === 'no' || quantifier === 'at most') return true
    return happens(lead, pattern, count?.kind === 'number' ? count.value : 1)
  },
} satisfies { [K in Ast.Expr['kind']]?: Way<Extract<Ast.Expr, { kind: K }>> }

function nameHolds(name: Ast.NameExpr, lead: ExampleLead): boolean {
  const meaning = lead.meaningOf(name)
  if (meaning?.kind === 'segment') return satisfy(lead, meaning.declaration.condition)
  return meaning?.kind === 'attribute' && set(lead, name, 'true')
}

function binaryHolds({ operator, left, right }: Ast.Binary, lead: ExampleLead): boolean {
  if (operator === 'and') return satisfy(lead, left) && satisfy(lead, right)
  if (operator === 'or') return satisfy(lead, left)
  if (operator === '!=') return true
  const number = numberIn(lead, right)
  const counted = left.kind === 'aggregate' && left.name.text === 'count' && !left.distinct && number !== undefined
  if (counted) return happens(lead, left.pattern, number + (beyond[operator as keyof typeof beyond] ?? 0))
  if (operator === '=') return set(lead, left, valueIn(lead, right))
  return number !== undefined && set(lead, left, String(number + (beyond[operator as keyof typeof beyond] ?? 0)))
}

/** How far from the bound the nearest whole number lies. */
const beyond = { '>': 1, '<': -1 } as const

function membershipHolds({ negated, value, in: of }: Ast.Membership, lead: ExampleLead): boolean {
  if (negated) return true
  if (of.kind === 'range') return set(lead, value, inRange(lead, of))
  if (of.kind === 'list') return of.elements[0] !== undefined && set(lead, value, valueIn(lead, of.elements[0]))
  const meaning = of.kind === 'name' ? lead.meaningOf(of) : undefined
  const first = meaning?.kind === 'list' ? meaning.values[0] : undefined
  return first !== undefined && set(lead, value, typeof first === 'number' ? String(first) : writtenText(first))
}

function inRange(lead: ExampleLead, { form, low, high }: Ast.Range): string | undefined {
  const [least, most] = [low && numberIn(lead, low), high && numberIn(lead, high)]
  if (least !== undefined) return String(form === '>' ? least + 1 : least)
  return most === undefined ? undefined : String(form === '<' || form === '..<' ? most - 1 : most)
}

function wordTestHolds({ negated, value, words, operand }: Ast.WordTest, lead: ExampleLead): boolean {
  if (negated) return true
  const phrase = words.map(({ text }) => text).join(' ')
  const all = operand.kind === 'list' ? operand.elements : [operand]
  const wanted = (phrase.includes('all') ? all : all.slice(0, 1)).map(one => valueIn(lead, one))
  if (phrase.startsWith('matches') || wanted.some(text => text === undefined)) return false
  const texts = wanted.filter(text => text !== undefined)
  if (lead.understood.types.get(value)?.kind === 'list') return set(lead, value, `[${texts.join(', ')}]`)
  const text = texts.map(one => one.replace(/^"|"$/g, '')).join(' ')
  return set(lead, value, `"${phrase.startsWith('like') ? text.replace(/\*/g, '').replace(/\?/g, 'x') : text}"`)
}

function isKnown(lead: ExampleLead, value: Ast.Expr): boolean {
  const meaning = value.kind === 'name' ? lead.meaningOf(value) : undefined
  return meaning?.kind === 'attribute' && set(lead, value, sample(meaning))
}

/** Now is less than any time ago; the bound itself is the first instant that is older. */
function ageHolds({ negated, value, relation, duration }: Ast.AgeTest, lead: ExampleLead): boolean {
  const length = milliseconds(lead, duration)
  if (negated) return true
  if (length === undefined) return false
  const ahead = { within: 0, older: -length, next: length / 2 } satisfies { [R in Ast.AgeTest['relation']]: number }
  const instant = new Date(Date.parse(TODAY) + ahead[relation])
  return !Number.isNaN(instant.getTime()) && set(lead, value, instant.toISOString().replace('.000', ''))
}

// ---------------------------------------------------------------- events

/** More than this many lines nobody would read. */
const MOST = 20

export function happens(lead: ExampleLead, pattern: Ast.Pattern, times = 1): boolean {
  const { name, args = [], windows } = pattern
  const meaning = lead.meaningOf(name)
  if (meaning?.kind === 'attribute') return set(lead, { kind: 'name', path: [name], span: name.span }, `${TODAY}`)
  const derivation = meaning?.kind === 'derived' ? meaning.declaration.derivation : undefined
  if (derivation?.kind === 'union' && derivation.patterns[0]) return happens(lead, derivation.patterns[0], times)
  if (meaning?.kind !== 'event' || times > MOST) return false
  const data = args.flatMap(arg => dataOf(lead, arg))
  const older = windows.find(({ kind }) => kind === 'older')
  const ago = older && 'duration' in older ? textOf(older.duration.span) : '1min'
  const line = `event ${writtenName(meaning.name)}${data.length > 0 ? `(${data.join(', ')})` : ''} ${ago} ago`
  for (let i = 0; i < times; i++) lead.events.push(line)
  return true
}

/** Conditions on properties, each by itself: the same forms as conditions on attributes. */
function dataOf(lead: ExampleLead, arg: Ast.Expr): readonly string[] {
  if (arg.kind === 'binary' && arg.operator === 'and') return [...dataOf(lead, arg.left), ...dataOf(lead, arg.right)]
  const alone = valueIn(lead, arg)
  if (alone !== undefined) return [alone]
  const fields = new Map<string, string>()
  const event: ExampleLead = { ...lead, meaningOf: node => asAttribute(lead.meaningOf(node), node), fields, events: [] }
  return satisfy(event, arg) ? [...fields].map(([name, text]) => `${writtenName(name)}: ${text}`) : []
}

/** What an event has, as if a lead had it; what the lead itself has cannot be said there. */
function asAttribute(meaning: Meaning | undefined, { span }: Ast.AnyNode): Meaning | undefined {
  if (meaning?.kind !== 'eventProperty') return meaning?.kind === 'attribute' ? undefined : meaning
  const { name, type } = meaning
  return { kind: 'attribute', name, key: name, type, required: false, unknownIn: [], declared: true, doc: '', span }
}
