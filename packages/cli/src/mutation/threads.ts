/** Who answers jobs: this thread alone, or as many threads as there are processors. */
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Judge } from '@merit-lang/insight'
import type { Answer, Job, Plan } from './job.ts'
import { answer } from './judging.ts'

export interface Hand {
  readonly answer: (job: Job) => Promise<Answer>
  readonly end: () => void
}

/** The file that threads run, put in by the build. */
declare const MUTATION_WORKER: string | undefined

/** A thread takes as long to start as this many mutants take to be judged. */
const worthAThread = 40

export function handsFor(plan: Plan, judge: Judge): readonly Hand[] {
  const mutants = judge.places.reduce((sum, { mutants }) => sum + mutants.length, 0)
  const count = Math.min(availableParallelism(), Math.floor(mutants / worthAThread))
  if (typeof MUTATION_WORKER === 'undefined' || count < 2) return [thisThread(judge)]
  const file = require.resolve(MUTATION_WORKER)
  return Array.from({ length: count }, () => thread(file, plan))
}

const thisThread = (judge: Judge): Hand => ({ answer: async job => answer(judge, job), end: () => {} })

/** Does one job at a time. Where it fails, so does what it was to answer. */
function thread(file: string, plan: Plan): Hand {
  const worker = new Worker(file, { workerData: plan })
  return {
    answer: async job => {
      worker.postMessage(job)
      const [found] = await once(worker, 'message')
      return found as Answer
    },
    end: () => void worker.terminate(),
  }
}
