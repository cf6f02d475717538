/** Which attributes and events of a model move anything. */
import type { Block, EventSet, Expr, Program } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'
import type { InputAnatomy } from './anatomy.ts'
import { insideOf } from './rules.ts'

interface Inputs {
  readonly attributes: ReadonlySet<number>
  readonly events: ReadonlySet<number>
}

/** What a part of the model reads by itself; what it reads through scores and stages is said of those. */
interface Reader {
  readonly name: string
  readonly parts: readonly object[]
}

export function inputsOf(analysis: Analysis): {
  readonly attributes: readonly InputAnatomy[]
  readonly events: readonly InputAnatomy[]
} {
  const { program } = analysis
  const all = inputsIn(
    readersOf(program, () => true).flatMap(({ parts }) => parts),
    program,
  )
  const readers = readersOf(program, givesAnything(analysis)).map(({ name, parts }) => ({
    name,
    inputs: inputsIn(parts, program),
  }))
  const anatomy = (kind: keyof Inputs) => (one: { readonly name: string }, index: number) => ({
    name: one.name,
    moves: readers.filter(({ inputs }) => inputs[kind].has(index)).map(({ name }) => name),
    read: all[kind].has(index),
  })
  return { attributes: program.attributes.map(anatomy('attributes')), events: program.events.map(anatomy('events')) }
}

type Item = Block['items'][number]

/** Whether an item ever gives or takes points. */
function givesAnything({ item }: Analysis) {
  return (one: Item, around: readonly Expr[]) => {
    const { low, high } = item(one, around)
    return low.points !== 0 || high.points !== 0
  }
}

function readersOf(program: Program, counts: (item: Item, around: readonly Expr[]) => boolean): readonly Reader[] {
  const { scores, grades, stages, disqualifications } = program
  return [
    ...scores.map(score => ({
      name: score.name,
      parts: score.kind === 'rules' ? blockParts(score.block, [], counts) : [score],
    })),
    ...grades.map(grade => ({ name: grade.name, parts: [grade] })),
    ...stages.map(stage => ({ name: stage.name, parts: [stage] })),
    { name: 'disqualification', parts: disqualifications },
  ]
}

function blockParts(
  { items, ...block }: Block,
  around: readonly Expr[],
  counts: (item: Item, around: readonly Expr[]) => boolean,
): readonly object[] {
  const inside = insideOf({ ...block, items }, around)
  const counting = items.filter(item => counts(item, inside))
  if (counting.length === 0) return []
  return [block, ...counting.flatMap(item => (item.kind === 'rule' ? [item] : blockParts(item, inside, counts)))]
}

/** What the parts refer to by index, but for scores, grades and stages. */
function inputsIn(parts: readonly object[], program: Program): Inputs {
  const [attributes, events, seen] = [new Set<number>(), new Set<number>(), new Set<object>()]
  const open = [...parts]
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    const one = node as Expr | EventSet
    if (one.op === 'attribute') attributes.add(one.index)
    if (one.op === 'events') for (const type of one.types) events.add(type)
    if (one.op === 'value') open.push(program.values[one.index] as Expr)
    if (one.op === 'sharedSet') open.push(program.sets[one.index] as EventSet)
    open.push(...(Object.values(node).filter(part => typeof part === 'object' && part !== null) as object[]))
  }
  return { attributes, events }
}
