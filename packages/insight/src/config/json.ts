/** JSON (RFC 8259) with the place of everything in it, so that what is wrong with a value can be shown where it stands. */

/** UTF-16 offsets in the text, `end` exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

export type Json = Range &
  (
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'word'; readonly value: boolean | null }
    | { readonly kind: 'list'; readonly items: readonly Json[] }
    | { readonly kind: 'record'; readonly entries: readonly JsonEntry[] }
  )

export interface JsonEntry {
  readonly key: Extract<Json, { kind: 'text' }>
  readonly value: Json
}

/** Where the text is no JSON. */
export class JsonMistake extends Error {
  readonly range: Range

  constructor(message: string, range: Range) {
    super(message)
    this.range = range
  }
}

/** Deeper nesting has no meaning in any file that is read here. */
const deepest = 50

/** @throws JsonMistake for the first thing that is no JSON. */
export function readJson(text: string): Json {
  const reader = new Reader(text)
  const value = reader.value(0)
  if (reader.token !== '') throw reader.unexpected('the end of the file')
  return value
}

const token = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\n]|\\.)*")|(-?\d[\w.+-]*|[a-z]+)|(.)|$)/suy

class Reader {
  readonly #text: string
  /** The one that comes next, empty at the end. */
  token = ''
  #start = 0
  #end = 0

  constructor(text: string) {
    this.#text = text
    this.#next()
  }

  value(depth: number): Json {
    const { token: first } = this
    const range = this.#range()
    if (depth > deepest) throw new JsonMistake('This is nested too deeply.', range)
    if (first === '{') return this.#record(depth)
    if (first === '[') return this.#list(depth)
    if (first.startsWith('"')) return this.#string('a value')
    const value = plain(first)
    if (value === undefined) throw this.unexpected('a value')
    this.#next()
    return typeof value === 'number' ? { kind: 'number', value, ...range } : { kind: 'word', value, ...range }
  }

  unexpected(wanted: string): JsonMistake {
    const { token } = this
    const comment = token === '/' || token === '#' ? ' JSON has no comments.' : ''
    return new JsonMistake(
      `Expected ${wanted}, and found ${token === '' ? 'the end' : token}.${comment}`,
      this.#range(),
    )
  }

  #record(depth: number): Json {
    const { start } = this.#take('{')
    const entries = this.#until('}', () => {
      const key = this.#string('a name in double quotes')
      this.#take(':')
      return { key, value: this.value(depth + 1) }
    })
    return { kind: 'record', entries, start, end: this.#take('}').end }
  }

  #list(depth: number): Json {
    const { start } = this.#take('[')
    const items = this.#until(']', () => this.value(depth + 1))
    return { kind: 'list', items, start, end: this.#take(']').end }
  }

  #until<T>(close: string, read: () => T): T[] {
    const found: T[] = []
    while (this.token !== close) {
      if (found.length > 0) this.#takeComma(close)
      found.push(read())
    }
    return found
  }

  #takeComma(close: string): void {
    const comma = this.#take(',')
    if (this.token === close)
      throw new JsonMistake(`Expected more after this comma, and found ${close}. Take it out.`, comma)
  }

  #string(wanted: string): JsonEntry['key'] {
    const { token } = this
    const value = token.startsWith('"') ? parsed(token) : undefined
    if (typeof value !== 'string') throw this.unexpected(wanted)
    const range = this.#range()
    this.#next()
    return { kind: 'text', value, ...range }
  }

  #take(sign: string): Range {
    if (this.token !== sign) throw this.unexpected(`\`${sign}\``)
    const range = this.#range()
    this.#next()
    return range
  }

  #range(): Range {
    return { start: this.#start, end: this.#end }
  }

  #next(): void {
    token.lastIndex = this.#end
    const found = token.exec(this.#text)
    this.token = (found?.[1] ?? found?.[2] ?? found?.[3] ?? found?.[4] ?? '') as string
    this.#end = token.lastIndex
    this.#start = this.#end - this.token.length
  }
}

function plain(text: string): number | boolean | null | undefined {
  const value = /^[-\dtfn]/.test(text) ? parsed(text) : undefined
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : undefined
}

/** A lone value. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
