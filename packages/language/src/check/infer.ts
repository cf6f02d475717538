/** Types of undeclared attributes and properties, from their uses. Two uses that disagree are an error that shows both. */
import * as problem from '../diagnostics/check/index.ts'
import type { Related } from '../diagnostics/diagnostic.ts'
import type * as Ast from '../syntax/ast.ts'
import type { Span } from '../syntax/source.ts'
import { findAggregate, findFunction } from '../words/lookup.ts'
import { type Checking, say } from './checking.ts'
import { type ClueKind, unwrap } from './clues.ts'
import type { Meaning, Type } from './model.ts'
import type { Attribute, Property } from './names.ts'
import { unknownEvent } from './resolve-patterns.ts'
import * as types from './types.ts'

type Symbol = Attribute | Property
interface Evidence {
  readonly kind: ClueKind
  readonly span: Span
}
interface Cell {
  readonly symbol: Symbol
  readonly evidence: Evidence[]
  readonly links: { readonly to: Cell; readonly span: Span }[]
  decided?: Evidence
}
type Cells = Map<Symbol, Cell>

export function inferTypes(cx: Checking): void {
  const cells: Cells = new Map()
  for (const { of, kind, span } of cx.clues.kinds) {
    for (const cell of cellsOf(cx, cells, of)) cell.evidence.push({ kind, span })
  }
  for (const [left, right] of cx.clues.pairs) relate(cx, cells, left, right)
  decide(cells)
  for (const cell of cells.values()) settle(cx, cell)
  settleProperties(cx)
  settlePatterns(cx)
}

/** The undeclared ones among what the value is of, also through `let`. */
function cellsOf(cx: Checking, cells: Cells, of: Ast.Expr | readonly Symbol[]): Cell[] {
  const symbols = 'kind' in of ? symbolsOf(cx, of) : of
  return symbols.filter(({ declared }) => !declared).map(symbol => cellOf(cells, symbol))
}

function cellOf(cells: Cells, symbol: Symbol): Cell {
  const cell = cells.get(symbol) ?? { symbol, evidence: [], links: [] }
  cells.set(symbol, cell)
  return cell
}

function symbolsOf(cx: Checking, expr: Ast.Expr): readonly Symbol[] {
  const meaning = sourceOf(cx, expr)
  if (meaning?.kind === 'attribute') return [meaning]
  return meaning?.kind === 'eventProperty' ? (cx.clues.properties.get(meaning as { type: unknown }) ?? []) : []
}

/** What the value is one of: a name's meaning, or that of the property in `last of plan in signup`. */
function sourceOf(cx: Checking, expr: Ast.Expr): Meaning | undefined {
  const given = givenBy(cx, expr)
  return given.kind === 'name' ? throughLets(cx, given) : undefined
}

/** Each `let` is followed once, so that one that is defined by itself ends. */
function throughLets(cx: Checking, name: Ast.NameExpr): Meaning | undefined {
  let meaning = cx.meanings.get(name)
  if (meaning?.kind !== 'let') return meaning
  const seen = new Set<Meaning>()
  while (meaning?.kind === 'let' && !seen.has(meaning)) {
    seen.add(meaning)
    const value = givenBy(cx, meaning.declaration.value)
    if (value.kind !== 'name') return meaning
    meaning = cx.meanings.get(value)
  }
  return meaning
}

/** `first`, `last`, `min` and `max` give a value of the property as it is; sums and counts give a number of their own. */
function givenBy(cx: Checking, expr: Ast.Expr): Ast.Expr {
  const inner = unwrap(expr)
  if (inner.kind !== 'aggregate' || inner.distinct || !inner.of) return inner
  const word = findAggregate(cx.vocabulary, inner.name.text)
  return word && word.of !== 'number' ? unwrap(inner.of) : inner
}

function relate(cx: Checking, cells: Cells, left: Ast.Expr, right: Ast.Expr): void {
  const a = cellsOf(cx, cells, left)
  const b = cellsOf(cx, cells, right)
  if (a.length === 0 && b.length === 0) return
  for (const from of a) for (const to of b) link(from, to, left.span, right.span)
  if (b.length === 0) learn(cx, a, right, left.span)
  if (a.length === 0) learn(cx, b, left, right.span)
}

function link(a: Cell, b: Cell, aSpan: Span, bSpan: Span): void {
  a.links.push({ to: b, span: bSpan })
  b.links.push({ to: a, span: aSpan })
}

function learn(cx: Checking, cells: readonly Cell[], from: Ast.Expr, span: Span): void {
  const kind = cells.length > 0 ? kindOf(cx, from) : undefined
  if (kind) for (const cell of cells) cell.evidence.push({ kind, span })
}

const fromType = {
  text: 'quoted',
  boolean: 'boolean',
  date: 'date',
  number: 'number',
  enum: 'symbol',
  list: 'list',
  duration: undefined,
  broken: undefined,
} as const satisfies { [K in types.Kind]: ClueKind | undefined }

type KindOf<E> = (cx: Checking, expr: E) => ClueKind | undefined
const always =
  (kind: ClueKind | undefined): KindOf<Ast.Expr> =>
  () =>
    kind

/** What an expression plainly is, before anything is typed. */
const kinds = {
  name: (cx, expr) => {
    const meaning = throughLets(cx, expr)
    return meaning && kindOfMeaning(cx, meaning)
  },
  number: always('number'),
  percent: always('number'),
  duration: always(undefined),
  date: always('date'),
  text: always('quoted'),
  boolean: always('boolean'),
  hole: always(undefined),
  list: always(undefined),
  unary: (_, { operator }) => (operator === '-' ? 'number' : 'boolean'),
  binary: (_, { operator }) => ('+-*/'.includes(operator) ? 'number' : 'boolean'),
  membership: always('boolean'),
  wordTest: always('boolean'),
  knownTest: always('boolean'),
  ageTest: always('boolean'),
  momentTest: always('boolean'),
  quantified: always('boolean'),
  daysSince: always('number'),
  aggregate: (cx, expr) => {
    const meaning = sourceOf(cx, expr)
    return givenBy(cx, expr) === expr ? 'number' : meaning && kindOfMeaning(cx, meaning)
  },
  call: (cx, { name }) => {
    const returns = findFunction(cx.vocabulary, name.text)?.returns
    return returns && fromType[returns]
  },
  paren: (cx, expr) => kindOf(cx, unwrap(expr)),
} satisfies { [K in Ast.Expr['kind']]: KindOf<Extract<Ast.Expr, { kind: K }>> }

function kindOf(cx: Checking, expr: Ast.Expr): ClueKind | undefined {
  return (kinds[expr.kind] as KindOf<Ast.Expr>)(cx, expr)
}

type KindOfMeaning<M> = (cx: Checking, meaning: M) => ClueKind | undefined

const meaningKinds = {
  attribute: (_, { type }) => fromType[type.kind],
  eventProperty: (_, { type }) => fromType[type.kind],
  event: () => undefined,
  derived: () => undefined,
  list: (cx, { declaration, values }) => {
    const first = declaration?.list.kind === 'list' ? declaration.list.elements[0] : undefined
    return first ? elementKind(cx, first) : typeof values[0] === 'number' ? 'number' : 'quoted'
  },
  let: (cx, { declaration }) =>
    givenBy(cx, declaration.value).kind === 'name' ? undefined : kindOf(cx, declaration.value),
  segment: () => 'boolean',
  score: () => 'number',
  grade: () => 'symbol',
  stage: () => 'boolean',
  eventTime: () => 'date',
  now: () => 'date',
  calendar: (_, { part }) => (part.endsWith('Start') ? 'date' : part === 'weekday' ? 'symbol' : 'number'),
  symbol: () => 'symbol',
} satisfies { [K in Meaning['kind']]: KindOfMeaning<Extract<Meaning, { kind: K }>> }

function kindOfMeaning(cx: Checking, meaning: Meaning): ClueKind | undefined {
  return (meaningKinds[meaning.kind] as KindOfMeaning<Meaning>)(cx, meaning)
}

/** A bare name in a list that is compared is no more than text: the list may hold values and texts alike. */
function elementKind(cx: Checking, element: Ast.Expr): ClueKind | undefined {
  const kind = element.kind === 'name' ? 'quoted' : kindOf(cx, element)
  return kind === 'symbol' ? 'quoted' : kind
}

/** Clues that say the type by themselves, and what says it where there is none of them. */
const certain: readonly (readonly ClueKind[])[] = [
  ['number', 'boolean', 'date', 'text', 'list'],
  ['symbol'],
  ['quoted'],
]

function decide(cells: Cells): void {
  for (const kinds of certain) {
    for (const cell of cells.values()) cell.decided ??= cell.evidence.find(({ kind }) => kinds.includes(kind))
    spread(cells)
  }
  for (const cell of cells.values()) {
    const orderable = cell.evidence.find(({ kind }) => kind === 'orderable')
    if (!cell.decided && orderable) cell.decided = { kind: 'number', span: orderable.span }
  }
  spread(cells)
}

/** What is compared with a decided one is decided with it. */
function spread(cells: Cells): void {
  const ready = [...cells.values()].filter(({ decided }) => decided)
  for (let cell = ready.pop(); cell; cell = ready.pop()) {
    for (const { to, span } of cell.links) {
      if (to.decided) to.evidence.push({ kind: (cell.decided as Evidence).kind, span })
      else {
        to.decided = { kind: (cell.decided as Evidence).kind, span }
        ready.push(to)
      }
    }
    cell.links.length = 0
  }
}

const decidedTypes = {
  number: types.number,
  boolean: types.boolean,
  date: types.date,
  text: types.text,
  list: types.list,
  symbol: types.symbol,
  quoted: types.text,
  orderable: types.number,
} satisfies { [K in ClueKind]: Type }

/** Clues that do not contradict a decision; what is wrong about them in detail is said where they stand. */
const agreeing = {
  number: ['number', 'orderable'],
  boolean: ['boolean'],
  date: ['date', 'orderable'],
  text: ['text', 'quoted', 'symbol'],
  list: ['list', 'quoted', 'symbol'],
  symbol: ['symbol', 'quoted'],
  quoted: ['quoted', 'text'],
  orderable: ['number', 'orderable'],
} satisfies { [K in ClueKind]: readonly ClueKind[] }

function settle(cx: Checking, { symbol, decided, evidence }: Cell): void {
  if (!decided) return
  const agree: readonly ClueKind[] = agreeing[decided.kind]
  const other = evidence.find(
    ({ kind }) => !agree.includes(kind) && !(kind === 'orderable' && agree.includes('quoted')),
  )
  symbol.type = other ? types.broken : decidedTypes[decided.kind]
  if (!other) return
  const [first, second] = inTextOrder(decided, other)
  const related: Related[] = [{ span: first.span, message: `${use(first.kind)} here` }]
  const params = { name: symbol.name, first: use(first.kind), second: use(second.kind) }
  say(cx, problem.conflictingUse, second.span, params, related)
}

function inTextOrder(a: Evidence, b: Evidence): [Evidence, Evidence] {
  return a.span.source === b.span.source && a.span.start > b.span.start ? [b, a] : [a, b]
}

const uses = {
  number: 'used as a number',
  boolean: 'used as true or false',
  date: 'used as a date',
  text: 'used as text',
  list: 'used as a list',
  symbol: 'compared with a value',
  quoted: 'compared with text',
  orderable: 'compared by size',
} satisfies { [K in ClueKind]: string }

function use(kind: ClueKind): string {
  return uses[kind]
}

/** Gives the names in patterns the types of their properties. */
function settleProperties({ clues }: Checking): void {
  for (const [meaning, properties] of clues.properties) meaning.type = (properties[0] as Property).type
}

/** A pattern named like a date attribute is that attribute, unless an event of that name is declared. */
function settlePatterns(cx: Checking): void {
  const { attributes, events, openEvents } = cx.names
  for (const ident of cx.clues.patterns) {
    const attribute = attributes.get(ident.text)
    if (attribute?.type.kind === 'date') {
      cx.meanings.set(ident, attribute)
      events.delete(ident.text)
    } else if (!openEvents) unknownEvent(cx, ident)
  }
}
