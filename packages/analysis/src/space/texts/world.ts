import type { Attribute, Expr, Program } from '@merit-lang/runtime'
import { fold } from '@merit-lang/runtime/reference'
import { answersOf } from '../answers.ts'
import type { Subject } from '../reads.ts'
import type { Wanted } from './exploration.ts'
import { type Formula, leavesOf, type Operand } from './formula.ts'
import { isWellFormed } from './operands.ts'
import { formulaOf, valueIn } from './translate.ts'

/** Conditions on a text, and the texts in question. */
export interface World {
  readonly formulas: readonly Formula[]
  /** By condition: what it looks at. */
  readonly operands: readonly (readonly Operand[])[]
  /** What the conditions are for a value, by the reference evaluator. */
  readonly answers: (value: string | null) => readonly boolean[]
  /** Whether one of them holds. */
  readonly holds: (condition: number, text: string) => boolean
  /** All of unknown; absent where the value is always known. */
  readonly unknown: readonly boolean[] | undefined
  /** Whether a text is a known value. */
  readonly admits: (text: string) => boolean
  /** The same for searches. */
  readonly admitted: readonly Wanted[]
  /** With these conditions only. */
  readonly only: (conditions: readonly number[]) => World
}

export function worldOf(attribute: Attribute, subject: Subject, atoms: readonly Expr[], program: Program): World {
  const { unknownIn, required } = attribute
  const excluded = unknownIn.filter(isWellFormed)
  const admitted = excluded.length > 0 ? [{ formula: valueIn(excluded, 'text'), holds: false }] : []
  const admits = (text: string) => text !== '' && !unknownIn.includes(fold(text))
  const withConditions = (atoms: readonly Expr[], formulas: readonly Formula[]): World => {
    const answers = answersOf(program, subject, atoms)
    const each = atoms.map(atom => answersOf(program, subject, [atom]))
    const holds = (condition: number, text: string) => each[condition]?.(text)[0] === true
    const unknown = required ? undefined : answers(null)
    const only = (kept: readonly number[]) => withConditions(picked(atoms, kept), picked(formulas, kept))
    const operands = formulas.map(formula => leavesOf(formula).map(({ operand }) => operand))
    return { formulas, operands, answers, holds, unknown, admits, admitted, only }
  }
  return withConditions(
    atoms,
    atoms.map(atom => formulaOf(atom, program.values)),
  )
}

export function picked<T>(all: readonly T[], kept: readonly number[]): T[] {
  return kept.map(index => all[index] as T)
}
