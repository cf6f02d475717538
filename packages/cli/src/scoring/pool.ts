/** Threads that score chunks. Parts come in the order of the chunks; how many are under way is bounded, and memory with it. */
import { Worker } from 'node:worker_threads'
import { type Chunk, type Job, type Part, type Plan, type Spare, spareOf } from './part.ts'

export class Pool {
  readonly #threads: readonly Thread[]
  readonly #spare: Spare[] = []

  constructor(file: string, threads: number, plan: Plan) {
    this.#threads = Array.from({ length: threads }, () => new Thread(file, plan))
  }

  async *parts(chunks: AsyncIterable<Chunk>): AsyncGenerator<Part> {
    const underway: Promise<Part>[] = []
    try {
      for await (const chunk of chunks) {
        underway.push(this.#score(chunk))
        if (underway.length > this.#threads.length + 1) yield await (underway.shift() as Promise<Part>)
      }
      for (const part of underway) yield await part
    } finally {
      for (const thread of this.#threads) thread.end()
    }
  }

  /** A part that is done with: its buffers may be filled again. */
  giveBack(part: Part): void {
    this.#spare.push(spareOf(part))
  }

  #score(chunk: Chunk): Promise<Part> {
    const least = this.#threads.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best))
    return least.score({ ...chunk, spare: this.#spare.pop() })
  }
}

interface Answer {
  readonly resolve: (part: Part) => void
  readonly reject: (error: unknown) => void
}

/**
 * What a thread leaves behind is of one chunk and soon given up: room for it that fits a processor's cache is faster than the
 * usual, and threads hold less memory.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 6 }

/** Does its jobs one after the other. Where it fails, all that it was to answer fails with it. */
class Thread {
  readonly #worker: Worker
  readonly #answers: Answer[] = []
  #failure: unknown

  constructor(file: string, plan: Plan) {
    this.#worker = new Worker(file, { workerData: plan, resourceLimits })
    this.#worker.on('message', (part: Part) => this.#answers.shift()?.resolve(part))
    this.#worker.on('error', error => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('A scoring thread ended before its work was done.')))
  }

  get waiting(): number {
    return this.#answers.length
  }

  score(job: Job): Promise<Part> {
    const part = new Promise<Part>((resolve, reject) => {
      if (this.#failure !== undefined) reject(this.#failure)
      else this.#answers.push({ resolve, reject })
    })
    // Whoever waits for an earlier part is told first.
    part.catch(() => {})
    if (this.#failure === undefined) {
      this.#worker.postMessage(job)
    }
    return part
  }

  end(): void {
    void this.#worker.terminate()
  }

  #fail(error: unknown): void {
    this.#failure ??= error
    for (const { reject } of this.#answers.splice(0)) reject(this.#failure)
  }
}
