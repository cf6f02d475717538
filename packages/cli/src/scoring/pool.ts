/** Threads that score chunks. Parts come in the order of the chunks; how many are under way is bounded, and memory with it. */
import { Worker } from 'node:worker_threads'
import { type Chunk, type Job, type LinesPart, type Spare, spareOf } from './part.ts'

export class Pool<P extends LinesPart> {
  readonly #threads: readonly Thread<P>[]
  readonly #spare: Spare[] = []

  /** @param plan what a thread is started with */
  constructor(file: string, threads: number, plan: unknown) {
    this.#threads = Array.from({ length: threads }, () => new Thread<P>(file, plan))
  }

  async *parts(chunks: AsyncIterable<Chunk>): AsyncGenerator<P> {
    const underway: Promise<P>[] = []
    try {
      for await (const chunk of chunks) {
        underway.push(this.#score(chunk))
        if (underway.length > this.#threads.length + 1) yield await (underway.shift() as Promise<P>)
      }
      for (const part of underway) yield await part
    } finally {
      for (const thread of this.#threads) thread.end()
    }
  }

  /** A part that is done with: its buffers may be filled again. */
  giveBack(part: P): void {
    this.#spare.push(spareOf(part))
  }

  #score(chunk: Chunk): Promise<P> {
    const least = this.#threads.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best))
    return least.score({ ...chunk, spare: this.#spare.pop() })
  }
}

interface Answer<P> {
  readonly resolve: (part: P) => void
  readonly reject: (error: unknown) => void
}

/**
 * What a thread leaves behind is of one chunk and soon given up: room for it that fits a processor's cache is faster than the
 * usual, and threads hold less memory.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 6 }

/** Does its jobs one after the other. Where it fails, all that it was to answer fails with it. */
class Thread<P> {
  readonly #worker: Worker
  readonly #answers: Answer<P>[] = []
  #failure: unknown

  constructor(file: string, plan: unknown) {
    this.#worker = new Worker(file, { workerData: plan, resourceLimits })
    this.#worker.on('message', (part: P) => this.#answers.shift()?.resolve(part))
    this.#worker.on('error', error => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('A scoring thread ended before its work was done.')))
  }

  get waiting(): number {
    return this.#answers.length
  }

  score(job: Job): Promise<P> {
    const part = new Promise<P>((resolve, reject) => {
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
