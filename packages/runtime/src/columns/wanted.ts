const SIZE = 1024

/**
 * Texts of which one is wanted, in any letter case: tells quickly of nearly all others that they are none of these. Length
 * and two letters are looked at. Folding keeps lengths and places, and only ASCII or what is beyond it becomes ASCII.
 */
export class Wanted {
  private readonly slots = new Uint8Array(SIZE)

  /** The texts are folded. */
  constructor(texts: Iterable<string>) {
    for (const text of texts) this.slots[slotOf(text)] = 1
  }

  /** Whether the text, folded, may be one of those that are wanted. False is sure. */
  mayBe(text: string): boolean {
    const slot = slotOf(text)
    return slot < 0 || this.slots[slot] === 1
  }
}

/** The same for all spellings of a text in ASCII; below 0 where one of the letters is beyond it. */
function slotOf(text: string): number {
  const { length } = text
  if (length === 0) return 0
  const last = text.charCodeAt(length - 1)
  const middle = text.charCodeAt(length >> 1)
  return (last | middle) > 127 ? -1 : (((last | 32) * 31 + (middle | 32)) * 7 + length * 101) & (SIZE - 1)
}
