/** In Node: prints what the main thread and a worker thread say. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { useRuntime } from './app.mjs'

const input = JSON.parse(readFileSync('input.json', 'utf8'))
const [thread] = await once(new Worker('./thread.mjs', { workerData: input }), 'message')
console.log(JSON.stringify({ main: await useRuntime(input.entries, input), thread }))
