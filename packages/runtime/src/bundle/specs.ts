/** All records by their tags, in the shape in which reader and writer go through them. */
import { automatonProblem, zoneProblem } from './checks.ts'
import type { Field, Sort } from './fields.ts'
import { type Gives, NONE } from './kinds.ts'
import { expressions, instructions, sets } from './operations.ts'
import { block, eventRule, grades, multiplier, named, others, rule, scores, valueTypes } from './records.ts'

export interface RecordSpec {
  readonly sort: Sort
  /** The property that holds the tag, where the record has one: `op: 'less'`. */
  readonly head: Head
  readonly tag: string
  readonly fields: readonly NamedField[]
  readonly gives: Gives
  /** What it reads of the event at hand by itself. */
  readonly reads: number
  /** Whether it is a set of events, or holds one. */
  readonly keeps: boolean
  /** What is wrong with its fields, looked at together. */
  readonly problem: ((value: never) => string | undefined) | undefined
}
type Head = 'op' | 'do' | 'kind' | undefined
export interface NamedField extends Field {
  readonly name: string
}

const problems: Readonly<Record<string, RecordSpec['problem']>> = { matches: automatonProblem, Zone: zoneProblem }

type Group<T> = Readonly<Record<string, T>>
type Valued = Group<readonly [gives: Gives, fields: Group<Field>, reads?: number]>

function valued(group: Valued, head: Head, sort?: Sort): [string, RecordSpec][] {
  return Object.entries(group).map(([tag, [gives, fields, reads = 0]]) => {
    const named = Object.entries(fields).map(([name, field]) => ({ ...field, name }))
    const keeps = named.some(({ events }) => events === 'kept')
    const problem = problems[tag]
    return [tag, { sort: sort ?? (tag as Sort), head, tag, fields: named, gives, reads, keeps, problem }]
  })
}

function plain(group: Group<Group<Field>>, head: Head, sort?: Sort): [string, RecordSpec][] {
  return Object.entries(group).flatMap(([tag, fields]) => valued({ [tag]: [NONE, fields] }, head, sort))
}

/** By tag. */
export const records: ReadonlyMap<string, RecordSpec> = new Map([
  ...valued(expressions, 'op', 'Expression'),
  ...valued(valueTypes, 'kind', 'ValueType'),
  ...valued(named, undefined),
  ...plain(sets, 'op', 'Set'),
  ...plain(instructions, 'do', 'Instruction'),
  ...plain(scores, 'kind', 'Score'),
  ...plain(grades, 'kind', 'Grade'),
  ...plain({ rule }, 'kind', 'Rule'),
  ...plain({ block }, 'kind', 'Block'),
  ...plain({ multiplier }, 'kind', 'Multiplier'),
  ...plain(others, undefined),
  // In the program both are of the kind `rule`.
  ...plain({ rule: eventRule }, 'kind', 'Rule').map(([, spec]): [string, RecordSpec] => ['eventRule', spec]),
])
