/** The tables of names. While checking, symbols are filled in step by step; afterwards nobody changes them. */
import type * as Ast from '../syntax/ast.ts'
import type {
  AttributeSymbol,
  DerivedSymbol,
  EventSymbol,
  GradeSymbol,
  LetSymbol,
  ListSymbol,
  PropertySymbol,
  ScoreSymbol,
  SegmentSymbol,
  StageSymbol,
} from './model.ts'

export type Filling<T> = { -readonly [K in keyof T]: T[K] }

export type Attribute = Filling<AttributeSymbol>
export type Property = Filling<PropertySymbol>
export type Event = Omit<EventSymbol, 'properties'> & {
  properties: Property[]
  /** Without declared properties: any property may be asked for. */
  readonly open: boolean
}
export type Derived = Filling<Omit<DerivedSymbol, 'types'>> & { types: readonly Event[] }
export type List = Filling<ListSymbol>
export type LetName = Filling<LetSymbol>
export type Score = Filling<ScoreSymbol>
export type Stage = Omit<StageSymbol, 'lines'> & { lines: { declaration: Ast.Qualify; score?: Score }[] }

/** What a name outside patterns may stand for besides an attribute. */
export type Named = List | LetName | SegmentSymbol | Score | GradeSymbol | Stage
/** Everything that is built on other names. */
export type Definition = Named | Derived

export interface Names {
  /** In the order of declaration, or of first use. */
  readonly attributes: Map<string, Attribute>
  /** `company` of `company.tier`. */
  readonly records: Set<string>
  readonly events: Map<string, Event>
  readonly derived: Map<string, Derived>
  readonly named: Map<string, Named>
  /** Without a `lead` block any attribute may be asked for. */
  openLead: boolean
  /** While no event is declared, any event may be asked for. */
  openEvents: boolean
  timezone: string | undefined
  title: string
}

export function emptyNames(): Names {
  return {
    attributes: new Map(),
    records: new Set(),
    events: new Map(),
    derived: new Map(),
    named: new Map(),
    openLead: true,
    openEvents: true,
    timezone: undefined,
    title: '',
  }
}

export function named<K extends Named['kind']>(names: Names, kind: K): Extract<Named, { kind: K }>[] {
  return [...names.named.values()].filter(symbol => symbol.kind === kind) as Extract<Named, { kind: K }>[]
}

/** The name that a path of identifiers stands for: `company.tier`. */
export function pathName(path: readonly Ast.Ident[]): string {
  return path.length === 1 ? (path[0] as Ast.Ident).text : path.map(part => part.text).join('.')
}
