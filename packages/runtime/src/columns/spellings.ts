import type { Value } from '../program.ts'
import type { Dictionary } from './columns.ts'
import { TextCodes, UNKNOWN } from './text-codes.ts'

/** Enough for what repeats in data. Beyond it a writer begins anew, so that no data makes it grow for ever. */
const MOST_SPELLINGS = 10_000
const MOST_CHARACTERS = 1_000_000
const LONGEST_LIST = 16

/** Lists that begin with the same entries share a path. */
interface Path {
  code: number | undefined
  readonly next: Map<string, Path>
}

/** A dictionary, and the spellings under which its values were met: each is checked and brought to the model's spelling once. */
export class Spellings implements Dictionary {
  readonly values: Value[]
  readonly texts = new TextCodes()
  private readonly others = new Map<unknown, number>()
  private readonly lists: Path = { code: undefined, next: new Map() }
  private count = 0
  private characters = 0

  constructor(isBoolean: boolean) {
    this.values = isBoolean ? [null, false, true] : [null]
  }

  get isFull(): boolean {
    return this.count > MOST_SPELLINGS || this.characters > MOST_CHARACTERS
  }

  /** The code of what was learned, or -1. */
  codeOf(raw: unknown): number {
    if (typeof raw === 'string') return this.texts.get(raw)
    if (typeof raw === 'object' && raw !== null) return this.pathOf(raw, false)?.code ?? UNKNOWN
    return this.others.get(raw) ?? UNKNOWN
  }

  /** From now on the spelling stands for the value, which is as `readLead` gives it. */
  learn(raw: unknown, value: Value): number {
    const code = this.placeOf(value)
    if (raw !== value || typeof value === 'boolean') this.keep(raw, code)
    return code
  }

  /** A value spelled as in the model stands for itself. */
  private placeOf(value: Value): number {
    if (value === null || typeof value === 'boolean') return this.values.indexOf(value)
    const known = this.codeOf(value)
    if (known !== UNKNOWN) return known
    const code = this.values.push(value) - 1
    this.keep(value, code)
    return code
  }

  private keep(raw: unknown, code: number): void {
    if (typeof raw === 'object' && raw !== null) this.keepList(raw, code)
    else if (typeof raw === 'string') this.texts.set(raw, code)
    else this.others.set(raw, code)
    this.weigh(raw)
  }

  private keepList(raw: object, code: number): void {
    const path = this.pathOf(raw, true)
    if (path) path.code = code
  }

  private weigh(raw: unknown): void {
    this.count++
    if (typeof raw === 'string') this.characters += raw.length
  }

  /** Of a short list of texts. */
  private pathOf(raw: object, grows: boolean): Path | undefined {
    if (!Array.isArray(raw) || raw.length > LONGEST_LIST) return undefined
    let path: Path | undefined = this.lists
    for (let i = 0; i < raw.length && path; i++) {
      const entry: unknown = raw[i]
      path =
        typeof entry === 'string' ? (path.next.get(entry) ?? (grows ? this.longer(path, entry) : undefined)) : undefined
    }
    return path
  }

  private longer(path: Path, entry: string): Path {
    const next = { code: undefined, next: new Map() }
    path.next.set(entry, next)
    this.weigh(entry)
    return next
  }
}
