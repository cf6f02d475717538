/** What holds for all leads: proved while leads are scored, where there is more than one processor. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Budget, type Comparison, compare, NotComparable } from '@merit-lang/analysis'
import type { Program } from '@merit-lang/runtime'

/** `why` the two cannot be compared. */
export type Proof = { readonly comparison: Comparison } | { readonly why: string }

/** Plain data. */
export interface ProofTask {
  readonly before: Program
  readonly after: Program
  /** Absent: the usual one. */
  readonly budget?: Budget
}

export function proofOf({ before, after, budget }: ProofTask): Proof {
  try {
    return { comparison: compare(before, after, budget) }
  } catch (error) {
    if (error instanceof NotComparable) return { why: error.message }
    throw error
  }
}

/** The file that a thread runs, put in by the build. */
declare const PROOF_WORKER: string | undefined

export interface Proving {
  readonly proof: () => Promise<Proof>
  /** To be called where the proof is not asked for any more: else the process would wait for it. */
  readonly stop: () => void
}

export function startProof(task: ProofTask): Proving {
  if (availableParallelism() < 2 || typeof PROOF_WORKER === 'undefined')
    return { proof: async () => proofOf(task), stop: () => {} }
  const worker = new Worker(require.resolve(PROOF_WORKER), { workerData: task })
  const proof = new Promise<Proof>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  // Whoever asks for it is told.
  proof.catch(() => {})
  return { proof: () => proof, stop: () => void worker.terminate() }
}
