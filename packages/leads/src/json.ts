/**
 * Splits JSON text into the values that are leads or events without holding the whole: the elements of an array, those of
 * the array under a wrapping key (`{ "leads": [...] }`), or values one after the other. It only follows brackets and quotes:
 * whether a piece is JSON is for the caller to find out, and a broken one does not hide those after it.
 */
import { longest } from './lines.ts'

export interface JsonPiece {
  /** On which it starts, counted from 1. */
  readonly line: number
  readonly text: string
  /** False: the file ends in the middle of it, or it is longer than `longest` and reading stopped there. */
  readonly whole: boolean
}

/** @param wrappers keys of a top-level object under which the array may stand */
export async function* jsonPieces(
  texts: AsyncIterable<string>,
  wrappers: readonly string[],
): AsyncGenerator<JsonPiece> {
  const splitter = new Splitter(wrappers)
  for await (const text of texts) {
    yield* splitter.take(text)
    if (splitter.length > longest) break
  }
  yield* splitter.finish()
}

class Splitter {
  readonly #wrapper: RegExp
  /** From the start of the value at hand. */
  #rest = ''
  #line = 1
  #scan: Scan = { at: 0, depth: 0, quoted: false }
  #in: 'values' | 'array' | 'wrapped array' | 'after the wrapped array' = 'values'

  constructor(wrappers: readonly string[]) {
    this.#wrapper = new RegExp(`(?<!\\\\)"(?:${wrappers.join('|')})"\\s*:\\s*$`)
  }

  get length(): number {
    return this.#rest.length
  }

  *take(text: string): Generator<JsonPiece> {
    this.#rest += text
    for (;;) {
      if (this.#scan.at === 0 && !this.#enterValue()) return
      const ended = this.#advance()
      if (ended === 'unfinished') return
      if (ended === 'value') yield { line: this.#line, text: this.#rest.slice(0, this.#scan.at), whole: true }
      else this.#in = 'wrapped array'
      this.#consume(this.#scan.at)
    }
  }

  *finish(): Generator<JsonPiece> {
    if (this.#rest === '') return
    const whole = this.#scan.depth === 0 && !this.#scan.quoted
    yield { line: this.#line, text: this.#rest, whole }
  }

  /** Steps over what stands between values; false where the text ends first. */
  #enterValue(): boolean {
    for (;;) {
      this.#consume(/^[\s,]*/.exec(this.#rest)?.[0].length ?? 0)
      if (this.#in === 'after the wrapped array') this.#consume(this.#rest.length)
      const next = this.#rest[0]
      if (next === '[' && this.#in === 'values') this.#in = 'array'
      else if (next === ']' && this.#in === 'array') this.#in = 'values'
      else if (next === ']' && this.#in === 'wrapped array') this.#in = 'after the wrapped array'
      else return next !== undefined
      this.#consume(1)
    }
  }

  #advance(): 'value' | 'wrapper' | 'unfinished' {
    const scan = this.#scan
    while (scan.at < this.#rest.length) {
      if (scan.depth === 1 && this.#in === 'values' && this.#atWrappedArray()) {
        scan.at++
        return 'wrapper'
      }
      if (step(this.#rest, scan)) return 'value'
    }
    return 'unfinished'
  }

  #atWrappedArray(): boolean {
    const { at, quoted } = this.#scan
    return !quoted && this.#rest[at] === '[' && this.#wrapper.test(this.#rest.slice(Math.max(0, at - 100), at))
  }

  #consume(length: number): void {
    const passed = this.#rest.slice(0, length)
    for (let at = passed.indexOf('\n'); at >= 0; at = passed.indexOf('\n', at + 1)) this.#line++
    this.#rest = this.#rest.slice(length)
    this.#scan = { at: 0, depth: 0, quoted: false }
  }
}

/** How far a value has been followed. */
interface Scan {
  at: number
  depth: number
  quoted: boolean
}

/** Moves to the next place where something can change; true when the value ends right before `scan.at`. */
function step(text: string, scan: Scan): boolean {
  return scan.quoted ? stepInString(text, scan) : stepOutside(text, scan)
}

function stepInString(text: string, scan: Scan): boolean {
  const found = indexOfAny(/["\\]/g, text, scan.at)
  // The escaped character may be still to come: then `at` stands beyond the text.
  scan.at = found + (text[found] === '\\' ? 2 : 1)
  if (found === text.length) scan.at = found
  if (text[found] === '"') scan.quoted = false
  return text[found] === '"' && scan.depth === 0
}

function stepOutside(text: string, scan: Scan): boolean {
  if (scan.depth === 0 && scan.at > 0) return stepInScalar(text, scan)
  const char = text[scan.at++] as string
  if (char === '"') scan.quoted = true
  else if (char === '{' || char === '[') scan.depth++
  else if (char === '}' || char === ']') return --scan.depth <= 0
  else if (scan.depth > 0) scan.at = indexOfAny(/["{}[\]]/g, text, scan.at)
  return false
}

/** A number or a word, which goes on until something else begins. */
function stepInScalar(text: string, scan: Scan): boolean {
  scan.at = indexOfAny(/[\s,\]}]/g, text, scan.at)
  return scan.at < text.length
}

function indexOfAny(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? text.length
}
