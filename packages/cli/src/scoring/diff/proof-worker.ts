/** A thread that proves what it was started with. */
import { parentPort, workerData } from 'node:worker_threads'
import { type ProofTask, proofOf } from './proof.ts'

parentPort?.postMessage(proofOf(workerData as ProofTask))
