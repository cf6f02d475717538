/** A thread that scores chunks with two models: started with the plan of the run, it answers each job with its part. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Job } from '../part.ts'
import type { DiffPlan } from './part.ts'
import { PairChunkScorer } from './scorer.ts'

const scorer = new PairChunkScorer(workerData as DiffPlan)

parentPort?.on('message', (job: Job) => parentPort?.postMessage(scorer.score(job)))
