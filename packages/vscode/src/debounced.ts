import type { Disposable } from 'vscode'

/** Work on things that change often: done once for each of them, when it has been left alone for a while. */
export class Debounced<T> implements Disposable {
  private readonly timers = new Map<T, ReturnType<typeof setTimeout>>()
  private readonly milliseconds: number
  private readonly work: (thing: T) => unknown

  constructor(milliseconds: number, work: (thing: T) => unknown) {
    this.milliseconds = milliseconds
    this.work = work
  }

  /** Begins to wait anew for this thing. */
  ask(thing: T): void {
    clearTimeout(this.timers.get(thing))
    const begin = () => {
      this.timers.delete(thing)
      this.work(thing)
    }
    this.timers.set(thing, setTimeout(begin, this.milliseconds))
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
  }
}
