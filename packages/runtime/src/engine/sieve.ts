import type { Expr } from '../program.ts'
import { ByRange, numberIn } from './by-range.ts'
import { ByValue, type WantedValues, wantedValues } from './by-value.ts'
import { ByWord, type WantedWords, wantedWords } from './by-word.ts'
import { type Compiler, isBare, isCommon } from './compiler.ts'
import type { Read, View } from './view.ts'

/** A way to find candidates by what a column holds. */
export interface Lookup<C> {
  /** Adds who comes into question, each once, for the value that the row, or the event, has. */
  find(view: View, event: number, found: C[]): void
}

/**
 * Which candidates come into question where a column has some value: most ask that it, folded, is one of a few values, or
 * that it has some word or lies in a range, and need not be asked for all others. That they hold is still to be seen.
 */
export class Sieve<C> {
  private readonly compiler: Compiler
  private readonly byValue = new Map<string, ByValue<C>>()
  private readonly byWord = new Map<string, ByWord<C>>()
  private readonly byRange = new Map<string, ByRange<C>>()
  private readonly lookups: Lookup<C>[] = []
  private readonly others: C[] = []

  constructor(compiler: Compiler) {
    this.compiler = compiler
  }

  /** `parts`: what must hold, of the value alone. */
  add(candidate: C, parts: readonly Expr[]): void {
    const values = firstOf(parts, keyedValues)
    const words = values ? undefined : firstOf(parts, keyedWords)
    if (values) this.at(this.byValue, values.of, ByValue).add(candidate, values.values)
    else if (words) this.at(this.byWord, words.of.of, ByWord).add(candidate, words.words)
    else this.addRange(candidate, parts)
  }

  private addRange(candidate: C, parts: readonly Expr[]): void {
    const number = firstOf(parts, keyedNumber)
    if (!number) {
      this.others.push(candidate)
      return
    }
    const { features } = this.compiler
    const basis = features.basisOf(number)
    const alike = parts.filter(part => features.basisOf(numberIn(part) ?? part) === basis)
    this.at(this.byRange, number, ByRange).add(candidate, alike)
  }

  /** The one by what the expression is. */
  private at<L extends Lookup<C>>(known: Map<string, L>, key: Expr, Kind: new (key: Read) => L): L {
    const name = `${key.op} ${this.compiler.features.basisOf(key)}`
    return (
      known.get(name) ?? this.newLookup(known, name, new Kind(this.compiler.directly(() => this.compiler.read(key))))
    )
  }

  private newLookup<L extends Lookup<C>>(known: Map<string, L>, name: string, lookup: L): L {
    known.set(name, lookup)
    this.lookups.push(lookup)
    return lookup
  }

  /** For the value that the row, or the event, has. */
  candidates(view: View, event: number): readonly C[] {
    const found = this.others.slice()
    for (let i = 0; i < this.lookups.length; i++) (this.lookups[i] as Lookup<C>).find(view, event, found)
    return found
  }
}

function firstOf<T>(parts: readonly Expr[], wantedIn: (part: Expr) => T | undefined): T | undefined {
  for (let i = 0; i < parts.length; i++) {
    const wanted = wantedIn(parts[i] as Expr)
    if (wanted) return wanted
  }
  return undefined
}

/** Of keys that are quickly read, or remembered since many share them. */
function keyedValues(part: Expr): WantedValues | undefined {
  const wanted = wantedValues(part)
  return wanted && wanted.of.op !== 'const' && (isBare(wanted.of) || isCommon(wanted.of)) ? wanted : undefined
}

function keyedWords(part: Expr): WantedWords | undefined {
  const wanted = wantedWords(part)
  return wanted && isCommon(wanted.of) ? wanted : undefined
}

function keyedNumber(part: Expr): Expr | undefined {
  const number = numberIn(part)
  return number && number.op !== 'const' && isBare(number) ? number : undefined
}
