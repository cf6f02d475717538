/** The bounds that a comparison has: numbers that attributes and properties are compared with, and windows of time. */
import { type EventSet, type Expr, type ExprOf, formatNumber, type Program } from '@merit-lang/runtime'
import { durationText } from '../space/durations.ts'

export type Bound =
  /** The values next to each other of which one fits and the other does not. */
  | {
      readonly kind: 'attribute'
      readonly key: string
      readonly text: string
      readonly values: readonly [number, number]
    }
  | {
      readonly kind: 'property'
      readonly key: string
      readonly text: string
      readonly values: readonly [number, number]
    }
  /** How far a date is from now; in milliseconds, those in the past are positive. */
  | { readonly kind: 'date'; readonly key: string; readonly text: string; readonly age: number }
  /** How long ago an event was, in milliseconds. */
  | { readonly kind: 'age'; readonly text: string; readonly age: number }

export function boundsIn(part: Expr | undefined, program: Program): readonly Bound[] {
  const found = new Map<string, Bound>()
  const visit = (node: Expr | EventSet) => {
    for (const bound of boundsAt(node, program)) found.set(bound.text, bound)
  }
  if (part) walk(part, program, visit)
  return [...found.values()]
}

type Node = { readonly op: string } & Readonly<Record<string, unknown>>

/** All expressions and sets of events, what is shared among them. */
function walk(value: unknown, program: Program, visit: (node: Expr | EventSet) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, program, visit)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  const node = value as Node
  if (typeof node.op === 'string') visit(value as Expr | EventSet)
  if (node.op === 'value') walk(program.values[node.index as number], program, visit)
  if (node.op === 'sharedSet') walk(program.sets[node.index as number], program, visit)
  // Expressions that remember their automaton hold nothing else.
  if (node.op !== 'matches') for (const inner of Object.values(node)) walk(inner, program, visit)
}

function boundsAt(node: Expr | EventSet, program: Program): readonly Bound[] {
  if (node.op === 'window') return [node.atLeast, node.below].flatMap(age => (age ? [ageBound(age)] : []))
  if (node.op !== 'less' && node.op !== 'atMost') return []
  const { left, right } = node
  if (right.op === 'const' && typeof right.value === 'number')
    return boundOf(left, right.value, node.op === 'atMost', program)
  if (left.op === 'const' && typeof left.value === 'number')
    return boundOf(right, left.value, node.op === 'less', program)
  return []
}

/** `reachesIn`: whether the constant belongs to the lower side. */
function boundOf(of: Expr, constant: number, reachesIn: boolean, program: Program): readonly Bound[] {
  const named = namedBy(of, program)
  if (named) {
    const { name, key, isInteger, kind } = named
    const step = isInteger ? 1 : 0.01
    const values: [number, number] = reachesIn ? [constant, constant + step] : [constant - step, constant]
    return [{ kind, key, text: `${name} ${formatNumber(constant)}`, values }]
  }
  return of.op === 'subtract' ? dateBound(of, constant, program) : []
}

/** Of `now - created` and `renewal - now`. */
function dateBound({ left, right }: ExprOf<'add'>, distance: number, { attributes }: Program): readonly Bound[] {
  const [date, sign] = left.op === 'now' ? [right, 1] : [left, -1]
  const isDistance = date.op === 'attribute' && (left.op === 'now' || right.op === 'now')
  const attribute = isDistance ? attributes[date.index] : undefined
  if (!attribute) return []
  const { name, key } = attribute
  return [
    {
      kind: 'date',
      key,
      text: `${name} ${durationText(distance)} ${sign > 0 ? 'ago' : 'ahead'}`,
      age: sign * distance,
    },
  ]
}

function namedBy(of: Expr, { attributes, events }: Program) {
  if (of.op === 'attribute') {
    const attribute = attributes[of.index]
    if (attribute?.type.kind !== 'number') return undefined
    return { kind: 'attribute' as const, name: attribute.name, key: attribute.key, isInteger: attribute.type.integer }
  }
  if (of.op !== 'property') return undefined
  const property = events.flatMap(({ properties }) => properties).find(({ name }) => name === of.name)
  if (property?.type.kind !== 'number') return undefined
  return { kind: 'property' as const, name: property.name, key: property.key, isInteger: property.type.integer }
}

const ageBound = (age: number): Bound => ({ kind: 'age', age, text: durationText(age) })
