/** Counts what was tried, and says it line by line. */
export class Report {
  passed = 0
  failed = 0
  skipped = 0
  #title = ''

  begin(title) {
    this.#title = title
    console.log(`\n── ${title}`)
  }

  /** Runs one check; what it throws is its failure. Gives whether it passed. */
  async check(name, work) {
    const begun = Date.now()
    try {
      await work()
      this.outcome(name, undefined, Date.now() - begun)
      return true
    } catch (error) {
      this.outcome(name, error instanceof Error ? error.message : String(error), Date.now() - begun)
      return false
    }
  }

  /** Many checks; only what is thrown outside them counts here. */
  async section(work) {
    try {
      await work()
    } catch (error) {
      this.outcome('runs to its end', error instanceof Error ? error.message : String(error))
    }
  }

  /** Of a check that ran elsewhere. `failure` is absent where it passed. */
  outcome(name, failure, milliseconds) {
    const time = milliseconds === undefined ? '' : ` (${(milliseconds / 1000).toFixed(1)} s)`
    if (failure === undefined) this.passed += 1
    else this.failed += 1
    console.log(`   ${failure === undefined ? '✓' : '✗'} ${this.#title}: ${name}${time}`)
    if (failure !== undefined) console.log(failure.replaceAll(/^/gm, '       '))
  }

  skip(reason) {
    this.skipped += 1
    console.log(`   – ${this.#title} was skipped: ${reason}`)
  }

  /** The line that says how it ended. */
  get line() {
    return `${this.passed} passed, ${this.failed} failed${this.skipped > 0 ? `, ${this.skipped} skipped` : ''}`
  }
}
