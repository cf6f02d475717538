/** Reads a regular expression in RE2's syntax. Back-references and look-around are refused, as are classes of scripts (`\p`). */
import { complement, foldedPoint, foldedRanges, lastCodePoint, perlClass, posixClass } from './classes.ts'
import { type Assertion, maxDepth, maxRepeat, type Node, refuse } from './node.ts'

interface Flags {
  readonly multiline: boolean
  readonly dotAll: boolean
}

const assertions: Readonly<Record<string, Assertion>> = { b: 'word', B: 'notWord', A: 'start', z: 'end' }
const controls: Readonly<Record<string, number>> = { a: 7, t: 9, n: 10, v: 11, f: 12, r: 13 }
/** What a group of mere flags, `(?i)`, leaves: nothing, not even something to repeat. */
const nothing: Node = { kind: 'sequence', of: [] }

const set = (ranges: readonly number[], negated = false): Node => ({ kind: 'set', ranges, negated })
const literal = (point: number): Node => set([foldedPoint(point), foldedPoint(point)])
const any = (flags: Flags): Node => (flags.dotAll ? set([0, lastCodePoint]) : set([10, 10], true))

export function parseRegex(pattern: string): Node {
  return new Reader(pattern).whole()
}

class Reader {
  private readonly text: string
  private at = 0
  private depth = 0
  private flags: Flags = { multiline: false, dotAll: false }

  constructor(text: string) {
    this.text = text
  }

  whole(): Node {
    const node = this.choice()
    if (this.at < this.text.length) refuse('A `)` closes nothing; write `\\)` for the character.')
    return node
  }

  private take(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false
    this.at += text.length
    return true
  }

  /** What the pattern (sticky) finds here, which is then read; or nothing. */
  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found) this.at = pattern.lastIndex
    return found
  }

  private point(missing: string): number {
    const point = this.text.codePointAt(this.at)
    if (point === undefined) return refuse(missing)
    this.at += point > 0xffff ? 2 : 1
    return point
  }

  private get done(): boolean {
    return this.at >= this.text.length
  }

  private choice(): Node {
    const of = [this.sequence()]
    while (this.take('|')) of.push(this.sequence())
    return of.length === 1 ? (of[0] as Node) : { kind: 'choice', of }
  }

  private sequence(): Node {
    const of: Node[] = []
    while (!this.done && !/[|)]/.test(this.text[this.at] as string)) of.push(this.repeated())
    return of.length === 1 ? (of[0] as Node) : { kind: 'sequence', of }
  }

  private repeated(): Node {
    const of = this.item()
    const bounds = this.bounds()
    if (!bounds) return of
    if (of === nothing) refuse('Flags such as `(?i)` cannot be repeated.')
    this.take('?')
    if (this.bounds()) refuse('Two repetitions follow each other; put the first into parentheses.')
    return { kind: 'repeat', of, ...bounds }
  }

  private bounds(): { min: number; max?: number } | undefined {
    if (this.take('*')) return { min: 0 }
    if (this.take('+')) return { min: 1 }
    if (this.take('?')) return { min: 0, max: 1 }
    const counts = this.match(/\{(\d+)(,?)(\d*)\}/y)
    if (!counts) return undefined
    const min = Number(counts[1])
    const max = counts[2] === '' ? min : counts[3] === '' ? undefined : Number(counts[3])
    if (Math.max(min, max ?? 0) > maxRepeat)
      refuse(`At most ${maxRepeat} repetitions can be asked for, not ${counts[0]}.`)
    if (max !== undefined && max < min) refuse(`In ${counts[0]} the second number is below the first.`)
    return { min, max }
  }

  private item(): Node {
    if (this.take('(')) return this.group()
    if (this.take('[')) return this.charClass()
    if (this.take('.')) return any(this.flags)
    if (this.take('^')) return { kind: 'assert', what: this.flags.multiline ? 'lineStart' : 'start' }
    if (this.take('$')) return { kind: 'assert', what: this.flags.multiline ? 'lineEnd' : 'end' }
    if (this.take('\\')) return this.escape()
    const sign = this.match(/[*+?]|\{\d+,?\d*\}/y)
    if (sign)
      refuse(`Nothing stands before \`${sign[0]}\` that could be repeated; write \`\\${sign[0]}\` for the character.`)
    return literal(this.point(''))
  }

  private group(): Node {
    if (this.match(/\?(<?[=!])/y)) refuse('Looking ahead or behind is not possible in this kind of regular expression.')
    const outer = this.flags
    if (this.take('?')) {
      const flags = this.match(/([imsU]*)(?:-([imsU]+))?([:)])/y)
      if (flags) this.flags = withFlags(withFlags(outer, flags[1] ?? '', true), flags[2] ?? '', false)
      else if (!this.match(/P?<\w+>/y)) refuse('What follows `(?` is not known; write `(?:` for a group.')
      if (flags?.[3] === ')') return nothing
    }
    if (++this.depth > maxDepth) refuse(`Groups stand in each other more than ${maxDepth} deep.`)
    const inner = this.choice()
    if (!this.take(')')) refuse('A `(` is never closed; write `\\(` for the character.')
    this.depth--
    this.flags = outer
    return inner
  }

  private escape(): Node {
    const letter = this.text[this.at] ?? ''
    const what = Object.hasOwn(assertions, letter) ? assertions[letter] : undefined
    const ranges = perlClass(letter)
    if (!what && !ranges) return literal(this.escapedPoint())
    this.at++
    return what ? { kind: 'assert', what } : set(foldedRanges(ranges as readonly number[]))
  }

  /** After a backslash: a character that is written in another way. */
  private escapedPoint(): number {
    const hexadecimal = this.match(/x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/y)
    if (hexadecimal) return inUnicode(Number.parseInt(hexadecimal[1] ?? (hexadecimal[2] as string), 16))
    const letter = this.match(/[A-Za-z0-9]/y)?.[0]
    if (letter === undefined) return this.point('The pattern ends with a lone backslash.')
    const control = Object.hasOwn(controls, letter) ? controls[letter] : undefined
    return control ?? refuse(unknownEscape(letter))
  }

  private charClass(): Node {
    const negated = this.take('^')
    const ranges: number[] = []
    for (let first = true; first || !this.take(']'); first = false) ranges.push(...this.classItem())
    return set(foldedRanges(ranges), negated)
  }

  private classItem(): readonly number[] {
    const posix = this.match(/\[:(\^?)(\w+):\]/y)
    if (posix) {
      const ranges = posixClass(posix[2] as string) ?? refuse(`There is no class of characters \`${posix[0]}\`.`)
      return posix[1] ? complement(ranges) : ranges
    }
    const perl = this.match(/\\([dDsSwW])/y)
    if (perl) return perlClass(perl[1] as string) as readonly number[]
    const low = this.classPoint()
    if (!this.match(/-(?!\])/y)) return [low, low]
    const high = this.classPoint()
    if (high < low) refuse('In a `[…]` a range runs backwards; write the smaller character first.')
    return [low, high]
  }

  private classPoint(): number {
    return this.take('\\') ? this.escapedPoint() : this.point('A `[` is never closed; write `\\[` for the character.')
  }
}

function withFlags(flags: Flags, letters: string, on: boolean): Flags {
  return {
    multiline: letters.includes('m') ? on : flags.multiline,
    dotAll: letters.includes('s') ? on : flags.dotAll,
  }
}

function inUnicode(point: number): number {
  return point <= lastCodePoint && !(point >= 0xd800 && point <= 0xdfff)
    ? point
    : refuse('There is no character with that number.')
}

function unknownEscape(letter: string): string {
  if (/[1-9]/.test(letter))
    return `\`\\${letter}\` would refer back to a group, which is not possible in this kind of regular expression.`
  if (/[pP]/.test(letter)) return 'Classes of scripts (`\\p{…}`) are not known; list the characters in `[…]`.'
  return `\`\\${letter}\` has no meaning here; for the character write \`${letter}\` alone.`
}
