/**
 * `node parse.mjs FILE THREADS`: JSON.parse of every line of a file, on so many threads, and nothing done with it. Prints how
 * many lines, and the milliseconds that the slowest thread spent in JSON.parse alone: reading, decoding and splitting are not in them.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

const blockSize = 4 << 20

/** Where lines begin that divide the file into `count` parts of about one size. */
function cuts(file, count) {
  const { size } = statSync(file)
  const handle = openSync(file)
  const block = Buffer.alloc(1 << 20)
  const lineAfter = at => at + block.subarray(0, readSync(handle, block, 0, block.length, at)).indexOf(10) + 1
  const inside = Array.from({ length: count - 1 }, (_, i) => lineAfter(Math.floor((size * (i + 1)) / count)))
  closeSync(handle)
  return [0, ...inside, size]
}

/** The lines between two cuts, some megabytes at a time. */
function* linesOf({ file, from, to }) {
  const handle = openSync(file)
  const block = Buffer.alloc(blockSize)
  for (let at = from; at < to; ) {
    const length = readSync(handle, block, 0, Math.min(blockSize, to - at), at)
    const end = block.lastIndexOf(10, length - 1)
    yield block.toString('utf8', 0, end).split('\n')
    at += end + 1
  }
  closeSync(handle)
}

function parsePart(part) {
  let lines = 0
  let ms = 0
  for (const block of linesOf(part)) {
    const begun = performance.now()
    for (const line of block) if (JSON.parse(line).id !== undefined) lines++
    ms += performance.now() - begun
  }
  return { lines, ms }
}

const inThread = part =>
  new Promise((resolve, reject) =>
    new Worker(fileURLToPath(import.meta.url), { workerData: part }).on('message', resolve).on('error', reject),
  )

async function main([file, threads]) {
  const at = cuts(file, Number(threads))
  const parts = await Promise.all(at.slice(1).map((to, i) => inThread({ file, from: at[i], to })))
  const lines = parts.reduce((sum, part) => sum + part.lines, 0)
  console.log(JSON.stringify({ lines, ms: Math.max(...parts.map(part => part.ms)) }))
}

if (isMainThread) await main(process.argv.slice(2))
else parentPort.postMessage(parsePart(workerData))
