/** Points, thresholds and bounds, a step up and a step down. */
import { type Ast, type NodeOf, type Span, spanning, textOf } from '@merit-lang/language'
import { replaced } from './edit.ts'
import { isLiteral, moved, type Step } from './literals.ts'
import type { Mutant, MutationKind } from './mutation.ts'

/** Of the node itself; what it holds is asked by itself. */
export function movesOf(node: Ast.AnyNode): readonly Mutant[] {
  if (!Object.hasOwn(moves, node.kind)) return []
  const of: (node: never) => readonly Mutant[] = moves[node.kind as keyof typeof moves]
  return of(node as never)
}

const moves = {
  add: ({ amount, span }) => both('points', amount, span),
  multiply: ({ factor, span }) => both('points', factor, span),
  byRow: ({ points, span }) => both('points', points, span),
  firstRow: ({ points, span }) => both('points', points, span),
  call: ({ args, span }) => args.flatMap(arg => both('points', arg, span)),
  binary: node => (isOrder(node) ? ordered(node) : isSum(node) ? bothSides(node) : []),
  range: ({ low, high, span }) => [...both('bound', low, span), ...both('bound', high, span)],
  quantified: ({ count, span }) => both('bound', count, span),
  ageTest: ({ duration, span }) => both('bound', duration, span),
  momentTest: ({ moment, span }) => both('bound', moment, span),
  // biome-ignore lint/suspicious/noThenProperty: the name of the form
  then: ({ within, span }) => both('bound', within, span),
  reach: ({ count, within, span }) => [...both('bound', count, span), ...both('bound', within, span)],
  nth: ({ count, span }) => both('bound', count, span),
  let: ({ value, span }) => both('bound', value, span),
  qualify: ({ at, until, span }) => [...both('threshold', at, span), ...both('threshold', until, span)],
  gradeRow: ({ at, span }) => both('threshold', at, span),
} satisfies { [K in Ast.AnyNode['kind']]?: (node: NodeOf<K>) => readonly Mutant[] }

function both(kind: MutationKind, expr: Ast.Expr | undefined, around: Span): readonly Mutant[] {
  return ([1, -1] as const).flatMap(step => move(kind, expr, step, around))
}

function move(kind: MutationKind, expr: Ast.Expr | undefined, step: Step, around: Span): readonly Mutant[] {
  const found = expr && moved(expr, step)
  return found ? [replaced({ kind, span: found.literal.span, replacement: found.text, around })] : []
}

const bothSides = ({ left, right, span }: Ast.Binary) => [...both('points', left, span), ...both('points', right, span)]

const isSum = ({ operator }: Ast.Binary) => ['+', '-', '*', '/'].includes(operator)

// ---------------------------------------------------------------- order

/** By the sign, the one that takes in or leaves out the bound itself, and the way in which the bound does the other of the two. */
const signs = {
  '>': { other: '>=', step: 1 },
  '>=': { other: '>', step: -1 },
  '<': { other: '<=', step: -1 },
  '<=': { other: '<', step: 1 },
} as const satisfies Record<string, { other: string; step: Step }>

type Ordered = Ast.Binary & { readonly operator: keyof typeof signs }
const isOrder = (node: Ast.Binary): node is Ordered => Object.hasOwn(signs, node.operator)

/** One change that lets more through and one that lets less through: of whole numbers the two others would be the same. */
function ordered(node: Ordered): readonly Mutant[] {
  const { left, right, span } = node
  const { other, step } = signs[node.operator]
  const between = spanning(left.span, right.span)
  const sign = { ...between, start: left.span.end, end: right.span.start }
  const place = textOf(sign).indexOf(node.operator)
  const swapped = { ...sign, start: sign.start + place, end: sign.start + place + node.operator.length }
  const isPlain = textOf(sign).trim() === node.operator
  return [
    ...(isPlain ? [replaced({ kind: 'bound', span: swapped, replacement: other, around: span })] : []),
    ...(isLiteral(right) ? move('bound', right, step, span) : move('bound', left, -step as Step, span)),
  ]
}
