/** What is left out: decay, caps, floors, windows, limits, weights, and whole rules. */
import { type Ast, type NodeOf, type Span, textOf } from '@merit-lang/language'
import { leftOut } from './edit.ts'
import type { Mutant, MutationKind } from './mutation.ts'

/** What defaults hold where a rule stands: without its own it would have theirs. */
export type Defaults = ReadonlySet<Ast.Default['setting']['kind']>

/** Of the node itself; what it holds is asked by itself. */
export function omissionsOf(node: Ast.AnyNode, defaults: Defaults): readonly Mutant[] {
  if (!Object.hasOwn(omissions, node.kind)) return []
  const of: (node: never, defaults: Defaults) => readonly Mutant[] = omissions[node.kind as keyof typeof omissions]
  return of(node as never, defaults)
}

const omissions = {
  rule: ({ span }) => [leftOut('rule', span)],
  qualify: ({ span }) => [leftOut('rule', span)],
  disqualify: ({ span }) => [leftOut('rule', span)],
  score: head,
  group: head,
  default: ({ setting: { kind }, span }) => [leftOut(kinds[kind], span)],
  decay: ({ span }, defaults) => [leftOut('decay', span, defaults.has('decay') ? 'no decay' : '')],
  cooldown: ({ span }, defaults) => [leftOut('limit', span, defaults.has('cooldown') ? 'no cooldown' : '')],
  within: ({ span }) => [leftOut('window', span)],
  older: ({ span }) => [leftOut('window', span)],
  sinceLast: ({ span }) => [leftOut('window', span)],
  first: ({ span }) => [leftOut('limit', span)],
  once: ({ span }) => [leftOut('limit', span)],
  atMost: ({ span }) => [leftOut('limit', span)],
  cap: ({ span }) => [leftOut('cap', span)],
  floor: ({ span }) => [leftOut('cap', span)],
  weight: ({ span }) => [leftOut('weight', span)],
} satisfies { [K in Ast.AnyNode['kind']]?: (node: NodeOf<K>, defaults: Defaults) => readonly Mutant[] }

const kinds = { decay: 'decay', cooldown: 'limit', window: 'window' } satisfies Record<
  Ast.Default['setting']['kind'],
  MutationKind
>

function head({ cap, floor, weight }: Ast.BlockHead): readonly Mutant[] {
  return [...headPart('cap', 'cap', cap), ...headPart('floor', 'cap', floor), ...headPart('weight', 'weight', weight)]
}

/** With its word, which stands right before it. */
function headPart(word: string, kind: MutationKind, value: Ast.Expr | undefined): readonly Mutant[] {
  const span = value && withWord(word, value.span)
  return span ? [leftOut(kind, span)] : []
}

function withWord(word: string, { source, start, end }: Span): Span | undefined {
  const before = textOf({ source, start: Math.max(0, start - 80), end: start })
  const found = new RegExp(`\\b${word}\\s*$`).exec(before)
  return found ? { source, start: start - found[0].length, end } : undefined
}
