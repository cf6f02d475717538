/** Loaded with --import: writes the most memory that the process held, in kilobytes, into the file named by MERIT_BENCH_MEMORY. */
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  process.on('exit', () => writeFileSync(process.env.MERIT_BENCH_MEMORY, String(process.resourceUsage().maxRSS)))
}
