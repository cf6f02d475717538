import type { Expr, Value } from '../program.ts'
import type { Basis } from './basis.ts'
import { type Compiler, isBare, isCommon } from './compiler.ts'
import type { Read, View } from './view.ts'

/** Candidates whose key must be equal to some value: by that value. */
interface Mesh<C> {
  readonly key: Read
  readonly byValue: Map<Value, C[]>
}

/** Candidates whose key must lie in a range: all lists by candidate. */
interface Ranges<C> {
  readonly key: Read
  readonly candidates: C[]
  readonly lows: number[]
  readonly highs: number[]
}

/**
 * Which candidates come into question where a column has some value: most ask that it, folded, is one of a few values, or
 * that it lies in a range, and need not be asked for all others. That they hold is still to be seen.
 */
export class Sieve<C> {
  private readonly compiler: Compiler
  private readonly meshes = new Map<string, Mesh<C>>()
  private readonly ranges = new Map<Basis, Ranges<C>>()
  private readonly others: C[] = []

  constructor(compiler: Compiler) {
    this.compiler = compiler
  }

  /** `parts`: what must hold, of the value alone. */
  add(candidate: C, parts: readonly Expr[]): void {
    const wanted = firstWanted(parts)
    if (wanted) this.addValues(candidate, wanted)
    else this.addRange(candidate, parts)
  }

  private addRange(candidate: C, parts: readonly Expr[]): void {
    const number = parts.map(numberIn).find(one => one !== undefined)
    if (!number) {
      this.others.push(candidate)
      return
    }
    const { features } = this.compiler
    const basis = features.basisOf(number)
    const alike = parts.filter(part => features.basisOf(numberIn(part) ?? part) === basis)
    const { candidates, lows, highs } = this.ranges.get(basis) ?? this.newRanges(basis, number)
    candidates.push(candidate)
    lows.push(Math.max(...alike.map(lowIn)))
    highs.push(Math.min(...alike.map(highIn)))
  }

  private newRanges(basis: Basis, number: Expr): Ranges<C> {
    const key = this.compiler.directly(() => this.compiler.read(number))
    const ranges: Ranges<C> = { key, candidates: [], lows: [], highs: [] }
    this.ranges.set(basis, ranges)
    return ranges
  }

  private addValues(candidate: C, { of, values }: Wanted): void {
    const { byValue } = this.meshOf(of)
    const distinct = values.length === 1 ? values : [...new Set(values)]
    for (let i = 0; i < distinct.length; i++) addTo(byValue, distinct[i] as Value, candidate)
  }

  private meshOf(of: Expr): Mesh<C> {
    const name = `${of.op} ${this.compiler.features.basisOf(of)}`
    return this.meshes.get(name) ?? this.newMesh(name, of)
  }

  private newMesh(name: string, of: Expr): Mesh<C> {
    const mesh = { key: this.compiler.directly(() => this.compiler.read(of)), byValue: new Map() }
    this.meshes.set(name, mesh)
    return mesh
  }

  /** For the value that the row, or the event, has. */
  candidates(view: View, event: number): readonly C[] {
    const found = [...this.others]
    for (const ranges of this.ranges.values()) addWithin(ranges, ranges.key(view, event) as number, found)
    for (const { key, byValue } of this.meshes.values())
      for (const candidate of byValue.get(key(view, event)) ?? []) found.push(candidate)
    return found
  }
}

function addTo<C>(byValue: Map<Value, C[]>, value: Value, candidate: C): void {
  const known = byValue.get(value)
  if (known) known.push(candidate)
  else byValue.set(value, [candidate])
}

interface Wanted {
  readonly of: Expr
  readonly values: readonly Value[]
}

function firstWanted(parts: readonly Expr[]): Wanted | undefined {
  for (let i = 0; i < parts.length; i++) {
    const wanted = wantedBy(parts[i] as Expr)
    if (wanted) return wanted
  }
  return undefined
}

/** Where the part asks that a key that many share is equal to one of some values. */
function wantedBy(part: Expr): Wanted | undefined {
  const wanted = part.op === 'member' ? part : part.op === 'equal' ? equalTo(part.left, part.right) : undefined
  return wanted && wanted.of.op !== 'const' && (isBare(wanted.of) || isCommon(wanted.of)) ? wanted : undefined
}

function equalTo(left: Expr, right: Expr): Wanted | undefined {
  if (right.op === 'const') return { of: left, values: [right.value] }
  return left.op === 'const' ? { of: right, values: [left.value] } : undefined
}

/** Of unknown, none. */
function addWithin<C>({ candidates, lows, highs }: Ranges<C>, number: number, found: C[]): void {
  for (let i = 0; i < candidates.length; i++)
    if (number >= (lows[i] as number) && number <= (highs[i] as number)) found.push(candidates[i] as C)
}

/** What the part compares with a constant number, where that is quickly read. */
function numberIn(part: Expr): Expr | undefined {
  if (part.op !== 'atMost' && part.op !== 'less') return undefined
  const { left, right } = part
  const isLeft = constantIn(right) !== undefined
  const other = isLeft ? left : right
  return (isLeft || constantIn(left) !== undefined) && other.op !== 'const' && isBare(other) ? other : undefined
}

const lowIn = (part: Expr): number => ('left' in part ? constantIn(part.left) : undefined) ?? Number.NEGATIVE_INFINITY
const highIn = (part: Expr): number =>
  ('right' in part ? constantIn(part.right) : undefined) ?? Number.POSITIVE_INFINITY

function constantIn(expr: Expr): number | undefined {
  return expr.op === 'const' && typeof expr.value === 'number' ? expr.value : undefined
}
