/** What names stand for and of which type written expressions are, by what is known of a model; also of text that is newer than that. */
import {
  type Ast,
  type AttributeSymbol,
  calendarTypes,
  type DerivedSymbol,
  type EventSymbol,
  type GradeSymbol,
  type LetSymbol,
  type ListSymbol,
  type PropertySymbol,
  parse,
  type ScoreSymbol,
  type SegmentSymbol,
  type StageSymbol,
  standardVocabulary,
  type Type,
  type Understood,
} from '@merit-lang/language'

/** What a name stands for as a value, a condition or a list. */
export type Named = AttributeSymbol | ListSymbol | LetSymbol | SegmentSymbol | ScoreSymbol | GradeSymbol | StageSymbol

export interface Known {
  readonly understood: Understood
  readonly named: ReadonlyMap<string, Named>
  readonly events: ReadonlyMap<string, EventSymbol | DerivedSymbol>
}

const known = new WeakMap<Understood, Known>()

export function knownOf(understood: Understood): Known {
  const found = known.get(understood) ?? collect(understood)
  known.set(understood, found)
  return found
}

function collect(understood: Understood): Known {
  const { attributes, lists, lets, segments, scores, grades, stages, events, derived } = understood
  const named: readonly Named[] = [...attributes, ...lists, ...lets, ...segments, ...scores, ...grades, ...stages]
  const byName = <S extends { readonly name: string }>(symbols: readonly S[]) =>
    new Map(symbols.map(symbol => [symbol.name, symbol]))
  return { understood, named: byName(named), events: byName<EventSymbol | DerivedSymbol>([...events, ...derived]) }
}

/** The properties of an event, or of those that a derived one may hold, each name once, the primary one first. */
export function propertiesOf({ events }: Known, event: string): readonly PropertySymbol[] {
  const symbol = events.get(event)
  const types = symbol?.kind === 'derived' ? symbol.types : symbol ? [symbol] : []
  return [...new Map(types.flatMap(({ properties }) => properties.map(one => [one.name, one]))).values()]
}

const number: Type = { kind: 'number', integer: false }
const boolean: Type = { kind: 'boolean' }
const text: Type = { kind: 'text' }
const date: Type = { kind: 'date' }
const broken: Type = { kind: 'broken' }

const typesOfNamed = {
  attribute: ({ type }) => type,
  list: ({ values }) => ({ kind: 'list', values: values.map(String) }),
  let: ({ type }) => type,
  segment: () => boolean,
  score: () => number,
  grade: ({ labels, name }) => ({ kind: 'enum', values: labels, of: name }),
  stage: () => boolean,
} satisfies { [K in Named['kind']]: (symbol: Extract<Named, { kind: K }>) => Type }

export function typeOfNamed(symbol: Named): Type {
  return (typesOfNamed[symbol.kind] as (symbol: Named) => Type)(symbol)
}

/** Of a value as it is written; `broken` where that is not clear. `event`: whose properties may be named. */
export function typeOfText(at: Known, written: string, event?: string): Type {
  const [statement] = parse({ path: '', text: `let x = (${written})` }).ast.statements
  return statement?.kind === 'let' ? typeOf(at, statement.value, event) : broken
}

type TypeOf<E> = (expr: E, at: Known, event: string | undefined) => Type

const typesOfForms = {
  name: ({ path }, at, event) => typeOfName(at, path, event),
  number: () => number,
  percent: () => number,
  duration: () => ({ kind: 'duration' }),
  date: () => date,
  text: () => text,
  boolean: () => boolean,
  unary: ({ operator }) => (operator === '-' ? number : boolean),
  binary: ({ operator }) => (arithmetic.has(operator) ? number : boolean),
  membership: () => boolean,
  wordTest: () => boolean,
  knownTest: () => boolean,
  ageTest: () => boolean,
  momentTest: () => boolean,
  quantified: () => boolean,
  aggregate: ({ name, of, distinct, pattern }, at) =>
    of && !distinct && !sums.has(name.text) ? typeOf(at, of, pattern.name.text) : number,
  daysSince: () => number,
  call: ({ name }) => {
    const returns = standardVocabulary.functions.find(word => word.name === name.text)?.returns
    return returns === undefined ? broken : { number, text, date }[returns]
  },
  list: () => ({ kind: 'list' }),
  paren: ({ inner }, at, event) => typeOf(at, inner, event),
  hole: () => broken,
} satisfies { [K in Ast.Expr['kind']]: TypeOf<Extract<Ast.Expr, { kind: K }>> }

const arithmetic: ReadonlySet<Ast.BinaryOperator> = new Set(['+', '-', '*', '/'])
/** Aggregates that give a number whatever their property is. */
const sums: ReadonlySet<string> = new Set(
  standardVocabulary.aggregates.flatMap(({ of, name }) => (of === 'number' ? name : [])),
)

function typeOf(at: Known, expr: Ast.Expr, event: string | undefined): Type {
  return (typesOfForms[expr.kind] as TypeOf<Ast.Expr>)(expr, at, event)
}

function typeOfName(at: Known, path: readonly Ast.Ident[], event: string | undefined): Type {
  const words = path.map(part => part.text)
  const ofLead = words.length > 1 && words[0] === 'lead'
  const name = (ofLead ? words.slice(1) : words).join('.')
  const property = event !== undefined && !ofLead ? propertiesOf(at, event).find(one => one.name === name) : undefined
  if (property) return property.type
  if (event !== undefined && !ofLead && calendarTypes.has(name)) return calendarTypes.get(name) as Type
  const symbol = at.named.get(name)
  return symbol ? typeOfNamed(symbol) : broken
}
