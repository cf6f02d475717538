/**
 * The kinds of kernel expressions, written down once more and independently of the compiler: a program is well typed where
 * each operation gets what its comment in `program.ts` asks for. Unknown fits everywhere. Instants are numbers here.
 */
import type { EventSet, EventSetOf, Expr, ExprOf, Op, Program, SetOp, Value, ValueType } from '@merit-lang/runtime'

type Kind = 'boolean' | 'number' | 'text' | 'list' | 'set' | 'unknown'
/** `same`: all of one kind, whichever. */
type Wanted = Kind | 'any' | 'same'
type Node = Expr | EventSet
interface Signature {
  readonly gives: Kind | 'same'
  readonly takes: readonly (readonly [Wanted, readonly Node[]])[]
}

const of = (gives: Signature['gives'], ...takes: Signature['takes']): Signature => ({ gives, takes })
const optional = (expr: Expr | undefined): readonly Expr[] => (expr ? [expr] : [])

type Sides = { readonly left: Expr; readonly right: Expr }
const texts = ({ left, right }: Sides) => of('boolean', ['text', [left, right]])
const order = ({ left, right }: Sides) => of('boolean', ['number', [left, right]])
const arithmetic = ({ left, right }: Sides) => of('number', ['number', [left, right]])
const textTest = (e: { readonly of: Expr }) => of('boolean', ['text', [e.of]])
const rounding = (e: { readonly of: Expr }) => of('number', ['number', [e.of]])
const logic = (e: { readonly of: readonly Expr[] }) => of('boolean', ['boolean', e.of])
const narrowed = (e: { readonly set: EventSet }) => of('set', ['set', [e.set]])
const narrowedPer = (e: { readonly set: EventSet; readonly per?: Expr }) =>
  of('set', ['set', [e.set]], ['any', optional(e.per)])

const kindsOfTypes = {
  text: 'text',
  enum: 'text',
  boolean: 'boolean',
  number: 'number',
  date: 'number',
  list: 'list',
} satisfies { [K in ValueType['kind']]: Kind }

function kindOfValue(value: Value): Kind {
  if (value === null) return 'unknown'
  if (typeof value === 'string') return 'text'
  return typeof value === 'object' ? 'list' : (typeof value as 'boolean' | 'number')
}

/** The kind of a property where all events that have it agree. */
function kindOfProperty(program: Program, name: string): Kind {
  const properties = program.events.flatMap(type => type.properties.filter(one => one.name === name))
  const kinds = new Set<Kind>(properties.map(one => kindsOfTypes[one.type.kind]))
  return kinds.size === 1 ? ([...kinds][0] as Kind) : 'unknown'
}

const at = <T>(items: readonly T[], index: number): T => {
  if (!(index in items)) throw new Error(`No item ${index} among ${items.length}.`)
  return items[index] as T
}

type Signatures = { [K in Op]: (e: ExprOf<K>) => Signature } & { [K in SetOp]: (e: EventSetOf<K>) => Signature }
const signaturesOf = (program: Program): Signatures => ({
  const: e => of(kindOfValue(e.value)),
  attribute: e => of(kindsOfTypes[at(program.attributes, e.index).type.kind]),
  property: e => of(kindOfProperty(program, e.name)),
  eventTime: () => of('number'),
  now: () => of('number'),
  amount: () => of('number'),
  age: () => of('number'),
  value: e => of('same', ['same', [at(program.values, e.index)]]),
  score: e => of(at(program.scores, e.index) && 'number'),
  grade: e => of(at(program.grades, e.index) && 'text'),
  stage: e => of(at(program.stages, e.index) && 'boolean'),
  not: e => of('boolean', ['boolean', [e.of]]),
  and: logic,
  or: logic,
  equal: e => of('boolean', ['same', [e.left, e.right]]),
  less: order,
  atMost: order,
  member: e => of('boolean', ['same', [e.of, ...e.values.map(value => ({ op: 'const', value }) as const)]]),
  known: e => of('boolean', ['any', [e.of]]),
  fold: e => of('text', ['text', [e.of]]),
  contains: texts,
  startsWith: texts,
  endsWith: texts,
  containsWord: texts,
  like: textTest,
  matches: textTest,
  has: e => of('boolean', ['list', [e.list]], ['text', [e.item]]),
  length: e => of('number', ['text', [e.of]]),
  domain: e => of('text', ['text', [e.of]]),
  add: arithmetic,
  subtract: arithmetic,
  multiply: arithmetic,
  divide: arithmetic,
  min: arithmetic,
  max: arithmetic,
  floor: rounding,
  abs: rounding,
  halve: rounding,
  choose: e =>
    of('same', ['boolean', e.cases.map(one => one.when)], ['same', [...e.cases.map(one => one.then), e.otherwise]]),
  calendar: e => of(e.part === 'weekday' ? 'text' : 'number', ['number', [e.of]]),
  count: e => of('number', ['set', [e.set]]),
  aggregate: e =>
    e.how === 'distinct' || e.how === 'sum'
      ? of('number', ['set', [e.set]], [e.how === 'sum' ? 'number' : 'any', [e.of]])
      : of('same', ['set', [e.set]], ['same', [e.of]]),

  events: e => of(e.types.map(index => at(program.events, index)) && 'set'),
  moment: e => of('set', ['number', [e.of]]),
  sharedSet: e => of('set', ['set', [at(program.sets, e.index)]]),
  filter: e => of('set', ['set', [e.set]], ['boolean', [e.where]]),
  union: e => of('set', ['set', e.sets]),
  except: e => of('set', ['set', [e.set, e.without]]),
  // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
  then: e => of('set', ['set', [e.first, e.second]], ['any', optional(e.per)]),
  reach: narrowed,
  nth: narrowedPer,
  window: narrowed,
  since: e => of('set', ['set', [e.set, e.last]]),
  cooldown: narrowed,
  earliest: narrowedPer,
  latest: narrowedPer,
})

const short = (node: unknown) => JSON.stringify(node).slice(0, 300)

/** What is wrong anywhere in the program, in words. */
export function typeProblems(program: Program): string[] {
  const problems: string[] = []
  const signatures = signaturesOf(program)
  const memo = new Map<Node, Kind>()

  function kindOf(node: Node): Kind {
    const known = memo.get(node)
    if (known) return known
    const kind = infer(node)
    memo.set(node, kind)
    return kind
  }
  function infer(node: Node): Kind {
    const { gives, takes } = (signatures[node.op] as (node: Node) => Signature)(node)
    let common: Kind = 'unknown'
    for (const [wanted, nodes] of takes) {
      const kinds = new Set(nodes.map(kindOf).filter(kind => kind !== 'unknown'))
      if (wanted === 'same') common = [...kinds][0] ?? 'unknown'
      if (!fits(wanted, kinds))
        problems.push(`${node.op} wants ${wanted} and gets ${[...kinds].join(', ')}: ${short(node)}`)
    }
    return gives === 'same' ? common : gives
  }

  for (const { place, node, wanted } of nodesIn(program, 'program')) {
    const kind = kindOf(node)
    if (kind !== 'unknown' && !fits(wanted, new Set([kind]))) problems.push(`${place} wants ${wanted} and is ${kind}`)
  }
  return problems
}

function fits(wanted: Wanted, kinds: ReadonlySet<Kind>): boolean {
  if (wanted === 'any') return true
  return wanted === 'same' ? kinds.size <= 1 : [...kinds].every(kind => kind === wanted)
}

/** What the places of a program hold, by the name of the field. Everything else may be of any kind. */
const wantedAt: Readonly<Record<string, Wanted>> = {
  expr: 'boolean',
  holds: 'boolean',
  points: 'number',
  cap: 'number',
  floor: 'number',
  formula: 'number',
  threshold: 'number',
  set: 'set',
}

interface Place {
  readonly place: string
  readonly node: Node
  readonly wanted: Wanted
}

/** The outermost expressions and sets of a program. */
function* nodesIn(value: unknown, place: string): Generator<Place> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (isNode(inner)) yield { place: `${place}.${key}`, node: inner, wanted: wantedAt[key] ?? 'any' }
    else yield* nodesIn(inner, `${place}.${key}`)
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'op' in value
