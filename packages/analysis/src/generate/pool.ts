/** The leads that have been found, and what each of them shows. */
import type { Expr, Program } from '@merit-lang/runtime'
import { holds, type Run, readLead, runOf } from '@merit-lang/runtime/reference'
import type { Witness } from '../claims.ts'
import { breaking } from '../promises.ts'

export interface Sample {
  readonly witness: Witness
  /** The scoring of the lead, open to questions. */
  readonly run: Run
}

export interface Pool {
  readonly samples: readonly Sample[]
  /** Its sample, the same for the same lead; undefined where no test of the lead could pass. */
  readonly add: (witness: Witness) => Sample | undefined
  /** Those for whom the condition holds. */
  readonly showing: (condition: Expr) => readonly Sample[]
}

export function emptyPool(program: Program): Pool {
  const samples: Sample[] = []
  const known = new Map<string, Sample>()
  const keep = (key: string, sample: Sample) => {
    known.set(key, sample)
    samples.push(sample)
    return sample
  }
  return {
    samples,
    add: witness => {
      const key = JSON.stringify(witness)
      const sample = known.get(key) ?? sampleOf(program, witness)
      return known.has(key) ? sample : sample && keep(key, sample)
    },
    showing: condition => samples.filter(({ run }) => holds(condition, { run })),
  }
}

/** A lead whose data is not as declared, that breaks a promise, or whose texts have line breaks is no test that passes. */
export function sampleOf(program: Program, witness: Witness): Sample | undefined {
  const lead = readLead(program, witness.lead)
  if (lead.issues.length > 0 || /\\[nr]/.test(JSON.stringify(witness.lead))) return undefined
  const run = runOf(program, lead, witness.now)
  return program.promises.some(promise => holds(breaking(promise), { run })) ? undefined : { witness, run }
}
