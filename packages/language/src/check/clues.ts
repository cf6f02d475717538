/** What the uses of undeclared attributes and properties say about their types, collected before anything is typed. */
import type * as Ast from '../syntax/ast.ts'
import type { Span } from '../syntax/source.ts'
import type { Attribute, Property } from './names.ts'
import type { EventAtHand } from './scope.ts'

/**
 * `symbol`: compared with a bare value; `quoted`: with text in quotes, which a value may also be; `orderable`: a number or a
 * date; the others are types.
 */
export type ClueKind = 'number' | 'boolean' | 'date' | 'text' | 'list' | 'symbol' | 'quoted' | 'orderable'

export interface Clue {
  readonly of: Ast.NameExpr | Ast.Aggregate | readonly (Attribute | Property)[]
  readonly kind: ClueKind
  readonly span: Span
}
export interface Clues {
  readonly kinds: Clue[]
  /** Two that are compared with each other, so that each says something about the other. */
  readonly pairs: (readonly [Ast.Expr, Ast.Expr])[]
  /** Bare names taken as values, with the event at hand, and whether they stand alone in its pattern; where they also name an attribute or property, that is an error. */
  readonly symbols: Map<
    Ast.NameExpr,
    { readonly event?: EventAtHand; readonly alone: boolean; readonly inList?: boolean }
  >
  /** The properties that a name in a pattern stands for, one for each event type that has it. */
  readonly properties: Map<{ type: unknown }, readonly Property[]>
  /** Patterns named like nothing that is declared: an event of the data, or a date attribute. */
  readonly patterns: Ast.Ident[]
}

export function noClues(): Clues {
  return { kinds: [], pairs: [], symbols: new Map(), properties: new Map(), patterns: [] }
}

export function unwrap(expr: Ast.Expr): Ast.Expr {
  let inner = expr
  while (inner.kind === 'paren') inner = inner.inner
  return inner
}

export function suggestKind(clues: Clues, of: Ast.Expr, kind: ClueKind): void {
  const inner = unwrap(of)
  if (mayGiveNamed(inner)) clues.kinds.push({ of: inner, kind, span: inner.span })
}

export function alike(clues: Clues, left: Ast.Expr, right: Ast.Expr): void {
  const [a, b] = [unwrap(left), unwrap(right)]
  if (mayGiveNamed(a) || mayGiveNamed(b)) clues.pairs.push([a, b])
}

/** Whether its value may be that of something named, as it is: `last of plan in signup` is one of the plans. */
function mayGiveNamed(expr: Ast.Expr): expr is Ast.NameExpr | Ast.Aggregate {
  return expr.kind === 'name' || expr.kind === 'aggregate'
}
