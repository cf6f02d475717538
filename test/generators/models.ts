/** Well-typed models, kept in parts so that laws can reorder and rewrite them before they become one text. */
import fc, { type Arbitrary } from 'fast-check'
import { condition, derivations, duration, pattern, plainCondition, plainValue, value } from './conditions.ts'
import { declarations, enums, inferredFromUse } from './schema.ts'
import { byDepth, integer, listOf, maybe, oneOf, say, several, type Text } from './text.ts'

/** A rule's text, or a group. */
export type ItemPart = string | { readonly head: string; readonly items: readonly ItemPart[] }
export interface Definition {
  readonly name: string
  /** `let` is followed by `=`, `segment` by `when`. */
  readonly keyword: 'let' | 'segment' | 'list'
  readonly text: string
}
export interface ModelParts {
  readonly declarations: readonly string[]
  readonly definitions: readonly Definition[]
  readonly scores: readonly { readonly head: string; readonly items: readonly ItemPart[] }[]
  /** Composed scores, grades, stages, promises and tests. */
  readonly outcomes: readonly string[]
}

const points = integer(1, 60)
const decay: Text = say`decay ${fc.oneof(
  duration,
  say`linear over ${duration}`,
  say`${oneOf('10%', '20%', '33%')} of ${oneOf('original', 'remaining')} every ${duration}`,
  say`${oneOf('1', '5', '2.5')} points every ${duration}`,
)}${maybe(say` after ${duration}`)}`

// ---------------------------------------------------------------- rules

const label: Text = say` as "rule ${integer(1, 1_000_000)}"`
const amount: Text = fc.oneof(
  { weight: 4, arbitrary: say`add ${points}` },
  { weight: 1, arbitrary: say`subtract ${points}` },
  { weight: 1, arbitrary: say`add (${value(1)})` },
  { weight: 1, arbitrary: say`add ${oneOf('2.5', '0.000001', '1_000')}` },
)
const bounds: Text = fc.oneof(
  fc.constant(''),
  say` cap ${integer(10, 80)}`,
  say` floor ${integer(-80, -10)}`,
  say` floor ${integer(1, 9)}`,
  say` floor -5 cap ${integer(1, 90)}`,
)
const bounded: Text = say`add ${points}${bounds}`

const whenRule = say`when ${condition(2)} ${amount}${label}`
const perMatch = say`when interests contains any of ${listOf(oneOf('pricing', 'api', 'security'))} add ${points} per match${label}`

const limits: Text = fc.oneof(
  oneOf('once', 'once per day', 'once per week', 'first', 'first 2', 'first per month'),
  say`at most ${integer(1, 5)} times${oneOf('', ' per day', ' per hour')}`,
)
const eventModifiers: Text = say`${maybe(say` cooldown ${duration}`)}${maybe(say` ${limits}`)}${maybe(
  say` ${fc.oneof(decay, fc.constant('no decay'))}`,
)}`
const onRule = say`on ${pattern}${maybe(say` when ${condition(1)}`)} ${bounded}${label}`
const modifiedRule = say`on ${oneOf('download', 'page_view', 'email_open', 'activity')} add ${points}${eventModifiers}${bounds}${label}`
const propertyRule = say`on page_view(seconds >= 1) add (seconds * ${oneOf('0.5', '2')}) once per path${label}`
const momentRule = say`on ${oneOf('created', 'renewal')} add ${points} ${decay}${label}`
const reset = fc.constant('on unsubscribe reset')

// ---------------------------------------------------------------- tables

/** Bands that do not overlap: cut at rising numbers, with an open end where it pleases. */
const bands: Text = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 2, maxLength: 4 }), fc.boolean(), fc.boolean())
  .map(([cuts, below, otherwise]) => {
    const sorted = [...cuts].sort((a, b) => a - b)
    const rows = sorted.slice(1).map((high, i) => `${sorted[i]}..<${high}: ${i * 5 - 5}`)
    if (below) rows.unshift(`< ${sorted[0]}: -5`)
    rows.push(`>= ${sorted.at(-1)}: 25`)
    return [...rows, ...(otherwise ? ['unknown: 2', 'else: 1'] : [])].join('\n')
  })
const enumTable = fc.oneof(
  ...Object.entries(enums).map(
    ([name, values]) =>
      say`points by ${oneOf(name)} { ${several(oneOf(...values), ': 7 ', 3)}: 3 ${oneOf('', 'unknown: 2 else: 0', 'else: 1')} }${label}`,
  ),
)
const numberTable = say`points by ${oneOf('employees', 'revenue', 'effort')} { ${bands} }${bounds}${label}`
const firstTable = say`points first { ${several(say`${condition(1)}: ${points}`, '\n', 3)} else: 0 }${label}`
const eventTable = say`on form_submit points by form { demo: ${points} contact: 5 newsletter: 1 }${maybe(say` ${decay}`)}${label}`
const whenTable = say`when ${condition(1)} ${enumTable}`

const multiplier = say`when ${condition(1)} multiply by ${oneOf('50%', '0', '1.5', '200%')}`
const setting = fc.oneof(say`default ${decay}`, say`default within ${duration}`, say`default cooldown ${duration}`)

const rule: Text = fc.oneof(
  { weight: 4, arbitrary: whenRule },
  { weight: 3, arbitrary: onRule },
  { weight: 4, arbitrary: modifiedRule },
  ...[perMatch, propertyRule, momentRule, enumTable, numberTable, firstTable, eventTable, whenTable, multiplier].map(
    arbitrary => ({ weight: 1, arbitrary }),
  ),
)

// ---------------------------------------------------------------- blocks

/** Two rules of a block must not have the same name. */
const nameOf = (item: ItemPart) => (typeof item === 'string' ? (item.match(/ as "[^"]*"$/)?.[0] ?? item) : item.head)
const unique = (items: readonly ItemPart[]): ItemPart[] => [
  ...new Map(items.map(item => [nameOf(item), item])).values(),
]
const headBounds = oneOf('', ' cap 100', ' floor 0 cap 60', ' floor -10')
const group = byDepth<ItemPart>(depth =>
  fc.record({
    head: say`group g${integer(1, 1_000_000)}${headBounds}${oneOf('', ' weight 30%', ' weight 150%')}${maybe(say` when ${condition(1)}`)}`,
    items: body(depth),
  }),
)
const body = byDepth<ItemPart[]>(depth => {
  const item: Arbitrary<ItemPart> =
    depth === 0 ? rule : fc.oneof({ weight: 8, arbitrary: rule }, { weight: 1, arbitrary: group(depth - 1) })
  return fc
    .tuple(maybe(setting), fc.array(item, { minLength: 1, maxLength: 5 }), maybe(reset))
    .map(([first, items, last]) => unique([first, ...items, last].filter(one => one !== '')))
})
const score = (name: string) => fc.record({ head: say`score ${oneOf(name)}${headBounds}`, items: body(1) })

// ---------------------------------------------------------------- names and outcomes

const define = (keyword: Definition['keyword'], name: string, text: Text): Arbitrary<Definition> =>
  text.map(text => ({ keyword, name, text }))
const definitions: Arbitrary<Definition[]> = fc.tuple(
  define('list', 'competitors', oneOf('["rival.com", "other.io"]', '["a.com"]')),
  define('segment', 'target', plainCondition),
  define('segment', 'warm', plainCondition),
  define('let', 'effort', plainValue),
  define('let', 'threshold', oneOf('12', '-4.5', '1_000')),
)
const derived: Arbitrary<string[]> = fc.tuple(
  ...derivations.map(([name, from]) => from.map(text => `event ${name} from ${text}`)),
)

const outcomes: Arbitrary<string[]> = fc.tuple(
  say`score total = ${oneOf('0.4', '2')} * fit + 0.6 * engagement`,
  oneOf('grade tier from fit { A at 80 B at 40.5 C at 0 else D }'),
  say`grade heat { Hot when ${condition(1)} Warm when engagement >= 20 else Cold }`,
  oneOf('grade cell = tier + heat'),
  say`qualify MQL at ${integer(20, 60)}${maybe(say` until below ${integer(1, 15)}`)}${maybe(say` when ${condition(1)}`)}`,
  say`qualify MQL when ${condition(1)}`,
  say`qualify SQL at 30 of engagement when MQL`,
  say`disqualify "not for us" when ${condition(2)}`,
  say`disqualify "cold" when heat = Cold and ${condition(0)}`,
  say`promise never MQL when customer and ${condition(0)}`,
)

export const model: Arbitrary<ModelParts> = fc.record({
  declarations: fc
    .tuple(fc.constantFrom(declarations, declarations, inferredFromUse), derived, oneOf('', 'timezone "Europe/Berlin"'))
    .map(([schema, events, zone]) => [zone, ...schema, ...events].filter(text => text !== '')),
  definitions,
  scores: fc.tuple(score('fit'), score('engagement')),
  outcomes,
})

// ---------------------------------------------------------------- text

const renderItem = (item: ItemPart): string => (typeof item === 'string' ? item : renderBlock(item))
const renderBlock = ({ head, items }: { head: string; items: readonly ItemPart[] }): string =>
  `${head} {\n${items.map(renderItem).join('\n')}\n}`
const renderDefinition = ({ keyword, name, text }: Definition) =>
  `${keyword} ${name} ${keyword === 'segment' ? 'when' : '='} ${text}`

export function render(parts: ModelParts): string {
  const { declarations, definitions, scores, outcomes } = parts
  return [...declarations, ...definitions.map(renderDefinition), ...scores.map(renderBlock), ...outcomes].join('\n')
}

/** The model with its rules in the order that `shuffle` gives them, in every block. */
export function reordered(parts: ModelParts, shuffle: <T>(items: readonly T[]) => T[]): ModelParts {
  const inside = (item: ItemPart): ItemPart =>
    typeof item === 'string' ? item : { ...item, items: shuffle(item.items.map(inside)) }
  return { ...parts, scores: parts.scores.map(block => ({ ...block, items: shuffle(block.items.map(inside)) })) }
}

/** The model without the definition of `name`: its text stands, in parentheses, wherever the name stood. */
export function inlined(parts: ModelParts, name: string): ModelParts {
  const definition = parts.definitions.find(one => one.name === name)
  if (!definition) throw new Error(`The model defines no ${name}.`)
  const text = definition.keyword === 'list' ? definition.text : `(${definition.text})`
  const replace = (old: string) => old.replace(new RegExp(`\\b${name}\\b`, 'g'), () => text)
  const replaceItem = (item: ItemPart): ItemPart => (typeof item === 'string' ? replace(item) : replaceBlock(item))
  const replaceBlock = <B extends { head: string; items: readonly ItemPart[] }>(block: B) => ({
    ...block,
    head: replace(block.head),
    items: block.items.map(replaceItem),
  })
  return {
    declarations: parts.declarations,
    definitions: parts.definitions.filter(one => one !== definition).map(one => ({ ...one, text: replace(one.text) })),
    scores: parts.scores.map(replaceBlock),
    outcomes: parts.outcomes.map(replace),
  }
}
