/** What has been begun and is not finished. */
export class Underway {
  private count = 0
  private waiting: (() => void)[] = []

  /** Counts until the work has ended, well or not. */
  add(work: Promise<unknown>): void {
    this.count++
    const end = () => this.end()
    work.then(end, end)
  }

  /** Nothing where nothing is under way. */
  get settled(): Promise<void> | undefined {
    return this.count === 0 ? undefined : new Promise(resolve => this.waiting.push(resolve))
  }

  private end(): void {
    this.count--
    if (this.count > 0) return
    for (const go of this.waiting.splice(0)) go()
  }
}
