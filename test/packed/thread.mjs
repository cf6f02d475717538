import { parentPort, workerData } from 'node:worker_threads'
import { useRuntime } from './app.mjs'

parentPort.postMessage(await useRuntime(workerData.entries, workerData))
