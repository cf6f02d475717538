/** All records by their tags, in the shape in which reader and writer go through them. */
import { automatonProblem, zoneProblem } from './checks.ts'
import { bitOf, type Field, type Sort } from './fields.ts'
import { type Gives, kept } from './kinds.ts'
import { expressions, instructions, sets, sources } from './operations.ts'
import { block, eventRule, grades, multiplier, named, others, rule, scores, valueTypes } from './records.ts'

export interface RecordSpec {
  readonly sort: Sort
  readonly bit: number
  /** The property that holds the tag, where the record has one: `op: 'less'`. */
  readonly head: Head
  readonly tag: string
  readonly fields: readonly NamedField[]
  readonly gives: Gives
  /** What it reads of the event at hand by itself. */
  readonly reads: number
  /** What is wrong with its fields, looked at together. */
  readonly problem: ((value: never) => string | undefined) | undefined
}
type Head = 'op' | 'do' | 'kind' | undefined
export interface NamedField extends Field {
  readonly name: string
}

const problems: Readonly<Record<string, RecordSpec['problem']>> = { matches: automatonProblem, Zone: zoneProblem }

type Operation = readonly [gives: Gives, fields: Group<Field>, reads?: number]
type Group<T> = Readonly<Record<string, T>>

/** Of a group of one sort, or of records that are each a sort by its tag. */
function specsOf(group: Group<Operation | Group<Field>>, head?: Head, sort?: Sort): [string, RecordSpec][] {
  return Object.entries(group).map(([tag, one]) => {
    const [gives, fields, reads = 0] = isOperation(one) ? one : ([kept, one] as const)
    const named = Object.entries(fields).map(([name, field]) => ({ ...field, name }))
    const its = sort ?? (tag as Sort)
    return [tag, { sort: its, bit: bitOf(its), head, tag, fields: named, gives, reads, problem: problems[tag] }]
  })
}

function isOperation(one: Operation | Group<Field>): one is Operation {
  return Array.isArray(one)
}

/** By tag. */
export const records: ReadonlyMap<string, RecordSpec> = new Map([
  ...specsOf(expressions, 'op', 'Expression'),
  ...specsOf(sources, 'op', 'Set'),
  ...specsOf(sets, 'op', 'Set'),
  ...specsOf(instructions, 'do', 'Instruction'),
  ...specsOf(valueTypes, 'kind', 'ValueType'),
  ...specsOf(scores, 'kind', 'Score'),
  ...specsOf(grades, 'kind', 'Grade'),
  ...specsOf({ rule }, 'kind', 'Rule'),
  ...specsOf({ block }, 'kind', 'Block'),
  ...specsOf({ multiplier }, 'kind', 'Multiplier'),
  ...specsOf(named),
  ...specsOf(others),
  // In the program both are of the kind `rule`.
  ...specsOf({ rule: eventRule }, 'kind', 'Rule').map(([, spec]): [string, RecordSpec] => ['eventRule', spec]),
])
