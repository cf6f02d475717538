import { fold } from '../fold.ts'
import type { Attribute, Zone } from '../program.ts'
import { Glance } from './glance.ts'
import { reader } from './quick.ts'
import { Words } from './words.ts'

/** Enough for the spellings that repeat in data, and a bound for data that has ever new ones. */
const MOST_SPELLINGS = 1000

/** The values of an enum by their place in the declaration: a small number is compared faster than a text. */
export class Choice {
  private readonly values: readonly string[]
  private readonly glance: Glance
  private readonly words: Words
  private readonly spellings = new Map<string, number>()
  private readonly read: (raw: unknown) => unknown

  /** `asked`: the places that matter; others may be taken for unknown. */
  constructor(attribute: Attribute, zone: Zone, asked?: readonly number[]) {
    this.values = valuesOf(attribute)
    this.glance = new Glance(asked ? asked.map(place => this.values[place] as string) : this.values)
    this.words = new Words(attribute.unknownIn.length > 0 ? [] : this.values)
    this.read = reader(attribute, zone)
  }

  /** The place of the value that the data means; -1 for unknown. */
  codeOf(raw: unknown): number {
    if (typeof raw !== 'string' || !this.glance.mayBe(raw)) return -1
    const code = this.words.placeOf(raw)
    return code >= 0 ? code : this.learned(raw)
  }

  private learned(raw: string): number {
    const known = this.spellings.get(raw)
    if (known !== undefined) return known
    const code = this.values.indexOf(this.read(raw) as string)
    if (this.spellings.size >= MOST_SPELLINGS) this.spellings.clear()
    this.spellings.set(raw, code)
    return code
  }
}

/** The values of an enum as they are compared, by their place. */
export function foldedValues(attribute: Attribute): readonly string[] {
  return valuesOf(attribute).map(fold)
}

function valuesOf({ type }: Attribute): readonly string[] {
  return (type.kind === 'enum' && type.values) || []
}
