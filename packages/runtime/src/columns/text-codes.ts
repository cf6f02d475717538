/** In place of a code. */
export const UNKNOWN = -1

/** How far to look for a text from the place where it should be. */
const REACH = 4

/**
 * The codes of texts. The length and some letters tell the place of most texts, in half the time that a Map
 * takes to hash them; those whose places are taken are in a Map.
 */
export class TextCodes {
  private size = 64
  private count = 0
  private texts: (string | undefined)[] = new Array(64 + REACH).fill(undefined)
  private codes = new Int32Array(64 + REACH)
  private readonly rest = new Map<string, number>()

  /** `UNKNOWN` where the text has none. */
  get(text: string): number {
    const { texts } = this
    const place = placeOf(text, this.size)
    for (let i = place; i < place + REACH; i++) {
      const found = texts[i]
      if (found === text) return this.codes[i] as number
      if (found === undefined) return UNKNOWN
    }
    return this.rest.get(text) ?? UNKNOWN
  }

  set(text: string, code: number): void {
    if (2 * this.count >= this.size) this.grow()
    const place = placeOf(text, this.size)
    for (let i = place; i < place + REACH; i++) {
      if (this.texts[i] !== undefined && this.texts[i] !== text) continue
      if (this.texts[i] === undefined) this.count++
      this.texts[i] = text
      this.codes[i] = code
      return
    }
    this.rest.set(text, code)
  }

  private grow(): void {
    const [texts, codes] = [this.texts, this.codes]
    this.size *= 4
    this.count = 0
    this.texts = new Array(this.size + REACH).fill(undefined)
    this.codes = new Int32Array(this.size + REACH)
    texts.forEach((text, i) => {
      if (text !== undefined) this.set(text, codes[i] as number)
    })
    for (const [text, code] of this.rest) this.set(text, code)
  }
}

/** `size` is a power of two. */
function placeOf(text: string, size: number): number {
  const { length } = text
  const outer = text.charCodeAt(0) ^ (text.charCodeAt(length - 1) << 5)
  const inner =
    (text.charCodeAt(length >> 2) << 10) ^ (text.charCodeAt(length >> 1) << 15) ^ text.charCodeAt((3 * length) >> 2)
  return (Math.imul(outer ^ (inner << 3) ^ (length << 9), 0x9e3779b1) >>> 8) & (size - 1)
}
