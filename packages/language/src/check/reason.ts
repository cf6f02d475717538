import type * as Ast from '../syntax/ast.ts'
import { normalized } from './rule-id.ts'

/** What a disqualified lead is told: the reason that is written, else the condition, however it was laid out. */
export function reasonOf({ reason, condition }: Ast.Disqualify): string {
  return reason?.value ?? normalized(condition.span)
}
