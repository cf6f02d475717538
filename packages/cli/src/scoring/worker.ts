/** A thread that scores chunks: started with the plan of the run, it answers each job with its part. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Job, Plan } from './part.ts'
import { ChunkScorer } from './scorer.ts'

const scorer = new ChunkScorer(workerData as Plan)

parentPort?.on('message', (job: Job) => parentPort?.postMessage(scorer.score(job)))
