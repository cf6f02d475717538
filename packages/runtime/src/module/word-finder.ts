import { fold } from '../fold.ts'
import type { Value } from '../program.ts'

/**
 * Which of some words, of lower-case letters a to z, stand between non-letters in a text. One pass over the text finds them
 * all, and makes no strings: texts of people are hardly ever met again.
 */
export class WordFinder {
  /** By the place of a word: 1 where the text that was read last has it. */
  readonly found: Uint8Array
  private readonly words: readonly string[]
  /** Places of words where their hash points to, or next to there; -1 is free, as three in four are. */
  private readonly places: Int32Array
  private isClear = true
  /** Finds a text that may have one of a few words, at once; but not what stands around it. */
  private readonly gate: RegExp | undefined

  constructor(words: readonly string[]) {
    this.words = words
    this.gate = words.length <= 4 ? new RegExp(words.map(anyCase).join('|'), 'i') : undefined
    this.found = new Uint8Array(words.length)
    this.places = new Int32Array(2 ** Math.ceil(Math.log2(4 * words.length))).fill(-1)
    words.forEach((word, place) => {
      this.places[this.slotOf(word, 0, word.length, hashOf(word))] = place
    })
  }

  /** Unknown has none. */
  read(text: Exclude<Value, null>): void {
    if (!this.isClear) this.found.fill(0)
    this.isClear = true
    if (typeof text !== 'string' || this.gate?.test(text) === false) return
    if (!this.readPlainly(text)) this.readFolded(fold(text))
  }

  /** False where there is more than ASCII, in which letters and their lower case are told by one bit. */
  private readPlainly(text: string): boolean {
    let hash = 0
    let from = 0
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit > 127) return false
      const lower = unit | 32
      if (lower >= 97 && lower <= 122) {
        hash = hashed(hash, lower)
      } else {
        if (from < i) this.take(text, from, i, hash)
        from = i + 1
        hash = 0
      }
    }
    if (from < text.length) this.take(text, from, text.length, hash)
    return true
  }

  private readFolded(text: string): void {
    for (const word of text.match(/\p{L}+/gu) ?? []) this.take(word, 0, word.length, hashOf(word))
  }

  private take(text: string, from: number, to: number, hash: number): void {
    const place = this.places[this.slotOf(text, from, to, hash)] as number
    if (place < 0) return
    this.found[place] = 1
    this.isClear = false
  }

  /** The slot of the word that stands there, or the free one that says that it is none of the words. */
  private slotOf(text: string, from: number, to: number, hash: number): number {
    const mask = this.places.length - 1
    let slot = hash & mask
    for (let place = this.places[slot] as number; place >= 0; place = this.places[slot] as number) {
      if (isAt(text, from, to, this.words[place] as string)) break
      slot = (slot + 1) & mask
    }
    return slot
  }
}

/** With the two letters beyond ASCII that have a letter from a to z as their lower case. */
function anyCase(word: string): string {
  return word.replaceAll('k', '[k\u212a]').replaceAll('i', '[i\u0130]')
}

function isAt(text: string, from: number, to: number, word: string): boolean {
  if (to - from !== word.length) return false
  for (let i = 0; i < word.length; i++) if (lowerAt(text, from + i) !== word.charCodeAt(i)) return false
  return true
}

/** Only capitals from A to Z have another one here: those beyond ASCII are folded already. */
function lowerAt(text: string, place: number): number {
  const unit = text.charCodeAt(place)
  return unit >= 65 && unit <= 90 ? unit | 32 : unit
}

function hashOf(word: string): number {
  let hash = 0
  for (let i = 0; i < word.length; i++) hash = hashed(hash, word.charCodeAt(i))
  return hash
}

function hashed(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0
}
