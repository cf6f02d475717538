/** What is wrong with data files, and what is worth knowing of them. */
import type { OnProblem } from '@merit-lang/leads'
import { grouped } from '../print/numbers.ts'
import { complain } from '../terminal.ts'

/** How many mistakes are printed. */
const most = 20

/** The first mistakes are printed as they are found, all are counted. Files that several models read are said to be so once. */
export class Problems {
  /** Of the reading that found the most: the same lines are read for each model. */
  count = 0
  #found = 0
  #model: string | undefined
  readonly #models = new Set<string>()
  readonly #printed = new Set<string>()
  /** The models that a note is about; none where there is one model only. */
  readonly #notes = new Map<string, Set<string>>()

  readonly report: OnProblem = (file, line, message) => {
    this.say(`${file}:${line}: ${message}`)
  }

  /** To be called before files are read for one of several models. */
  readFor(model: string): void {
    this.#model = model
    this.#models.add(model)
    this.#found = 0
  }

  /** A mistake that stands in no line. */
  say(message: string): void {
    this.count = Math.max(this.count, ++this.#found)
    if (this.#printed.size >= most || this.#printed.has(message)) return
    this.#printed.add(message)
    complain(message)
  }

  /** What holds for a whole file. Of several models it is said at the end, once, with those that it is about. */
  readonly note = (text: string): void => {
    if (this.#model === undefined) complain(text)
    else this.#notes.set(text, (this.#notes.get(text) ?? new Set()).add(this.#model))
  }

  /** After the last: what is left to say, and how many mistakes there were in all. */
  conclude(): void {
    for (const [text, models] of this.#notes) complain(`${this.#about(models)}${text}`)
    if (this.count > most) complain(`… and ${grouped(this.count - most)} more`)
    if (this.count > 0) complain(`${grouped(this.count)} left out; everything else was scored.`)
  }

  #about(models: ReadonlySet<string>): string {
    return models.size === this.#models.size ? '' : `${[...models].join(', ')}: `
  }
}
