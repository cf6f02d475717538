import { allOf, type Decided, decided } from '../kernel/decided.ts'
import type { Run } from '../kernel/scope.ts'
import type { Condition } from '../program.ts'
import type { Outcome } from '../result.ts'
import { missingIn } from './saw.ts'

/** Whether a rule or block counts at all, by the conditions around it, and the unknown inputs that leave this open. */
export interface Gate {
  readonly decided: Decided
  readonly missing: readonly string[]
}

export const openGate: Gate = { decided: true, missing: [] }

export function narrowed(gate: Gate, when: Condition | undefined, run: Run): Gate {
  if (!when) return gate
  return {
    decided: allOf([gate.decided, decided(when.expr, { run })]),
    missing: [...gate.missing, ...missingIn(when, { run })],
  }
}

/** What holds although an input is unknown has matched: scoring is two-valued. */
export function outcomeOf(matched: boolean, decided: Decided): Outcome {
  if (matched) return 'matched'
  return decided === undefined ? 'input missing' : 'not matched'
}
