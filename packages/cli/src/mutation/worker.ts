/** A thread that judges mutants: started with the plan, it answers each job. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Job, Plan } from './job.ts'
import { answer, judgeOf } from './judging.ts'

const judge = judgeOf(workerData as Plan)

parentPort?.on('message', (job: Job) => parentPort?.postMessage(answer(judge, job)))
