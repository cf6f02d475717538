import { fold } from '../fold.ts'
import type { Attribute, Zone } from '../program.ts'
import { reader } from './quick.ts'
import { Words } from './words.ts'

/** Enough for the spellings that repeat in data, and a bound for data that has ever new ones. */
const MOST_SPELLINGS = 1000

/** The values of an enum by their place in the declaration: a small number is compared faster than a text. */
export class Choice {
  /** The values, folded. */
  readonly folded: readonly string[]
  private readonly values: readonly string[]
  private readonly words: Words
  private readonly spellings = new Map<unknown, number>()
  private readonly read: (raw: unknown) => unknown

  constructor(attribute: Attribute, zone: Zone) {
    const { type, unknownIn } = attribute
    this.values = (type.kind === 'enum' && type.values) || []
    this.folded = this.values.map(fold)
    this.words = new Words(unknownIn.length > 0 ? [] : this.values)
    this.read = reader(attribute, zone)
  }

  /** The place of the value that the data means; -1 for unknown. */
  codeOf(raw: unknown): number {
    if (raw === undefined || raw === null) return -1
    const code = typeof raw === 'string' ? this.words.placeOf(raw) : -1
    return code >= 0 ? code : this.learned(raw)
  }

  private learned(raw: unknown): number {
    const known = this.spellings.get(raw)
    if (known !== undefined) return known
    const code = this.values.indexOf(this.read(raw) as string)
    if (this.spellings.size >= MOST_SPELLINGS) this.spellings.clear()
    if (typeof raw === 'string') this.spellings.set(raw, code)
    return code
  }
}
