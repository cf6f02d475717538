/** Mistakes in data files: the first are printed as they are found, all are counted. */
import type { OnProblem } from '@merit-lang/leads'
import { grouped } from '../print/numbers.ts'
import { complain } from '../terminal.ts'

/** How many are printed. */
const printed = 20

export class Problems {
  count = 0

  readonly report: OnProblem = (file, line, message) => {
    this.say(`${file}:${line}: ${message}`)
  }

  /** One that stands in no line. */
  say(message: string): void {
    if (++this.count <= printed) complain(message)
  }

  /** After the last: how many there were in all. */
  conclude(): void {
    if (this.count > printed) complain(`… and ${grouped(this.count - printed)} more`)
    if (this.count > 0) complain(`${grouped(this.count)} left out; everything else was scored.`)
  }
}
