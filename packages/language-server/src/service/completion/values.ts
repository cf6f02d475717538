/** The values that something can have, those that are not written yet first. */
import { writtenValue } from '../actions/spelling.ts'
import { type Completion, completion, ranks } from './item.ts'
import type { Subject } from './situation.ts'

const none: ReadonlySet<string> = new Set()

/** `said`: what is written already, in lower case. */
export function valuesOf(
  { type, text }: Subject,
  rank: number,
  said: ReadonlySet<string> = none,
): readonly Completion[] {
  const values = type.kind === 'boolean' ? [] : 'values' in type ? (type.values ?? []) : []
  return values.map(value =>
    completion(value, 'value', said.has(value.toLowerCase()) ? ranks.later : rank, {
      insert: writtenValue(value),
      detail: `a value of ${text}`,
    }),
  )
}
