/** How long nothing is typed before models are checked, in milliseconds. */
export const QUIET = 120

/** How long nothing is typed before it is worked out what models can do, which takes longer. */
export const LONG_QUIET = 500

/** Work that waits until nothing happens for a while, so that typing is never held up by it. */
export class Quiet {
  private readonly milliseconds: number
  private readonly work: () => void
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(milliseconds: number, work: () => void) {
    this.milliseconds = milliseconds
    this.work = work
  }

  /** Begins to wait anew. */
  disturb(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.timer = undefined
      this.work()
    }, this.milliseconds)
  }

  stop(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }
}
