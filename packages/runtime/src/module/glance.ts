/**
 * A first look at a text: whether it may be one of some words in any letter case, by its length, which letter case does not
 * change, and one letter. Most texts are none of those that rules ask for, and need not be looked up.
 */
export class Glance {
  /** By length, a bit for each letter that a word of that length has there. Bits and lengths are shared by several. */
  private readonly letters = new Int32Array(64)
  private readonly place: number

  constructor(words: readonly string[]) {
    this.place = tellingPlace(words)
    for (const word of words) {
      this.letters[word.length & 63] = (this.letters[word.length & 63] as number) | bitOf(word.charCodeAt(this.place))
    }
  }

  /** Letters beyond ASCII may be another case of any. Of ASCII both cases have one bit. */
  mayBe(text: string): boolean {
    const letter = text.charCodeAt(this.place)
    return letter > 127 || ((this.letters[text.length & 63] as number) & bitOf(letter)) !== 0
  }
}

function bitOf(letter: number): number {
  return 1 << (letter & 31)
}

const MOST_LETTERS = 6

/** One of the first, where the words have the most different letters. */
function tellingPlace(words: readonly string[]): number {
  const shortest = Math.min(MOST_LETTERS, ...words.map(word => word.length))
  const places = Array.from({ length: shortest }, (_, place) => place)
  const lettersAt = (place: number) => new Set(words.map(word => word.charCodeAt(place) & 31)).size
  return places.reduce((best, place) => (lettersAt(place) > lettersAt(best) ? place : best), 0)
}
