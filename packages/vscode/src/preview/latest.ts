/** Work that is asked for more often than it can be done: what is asked meanwhile is done once, afterwards, as it stands then. */
export class Latest {
  private readonly work: () => Promise<void>
  private running = false
  private again = false

  constructor(work: () => Promise<void>) {
    this.work = work
  }

  ask(): void {
    this.again = true
    if (!this.running) void this.run()
  }

  private async run(): Promise<void> {
    this.running = true
    while (this.again) {
      this.again = false
      await this.work().catch(() => {})
    }
    this.running = false
  }
}
