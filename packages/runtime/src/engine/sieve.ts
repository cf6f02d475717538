import type { Expr, Value } from '../program.ts'
import { type Compiler, isBare, isCommon } from './compiler.ts'
import type { Read, View } from './view.ts'

/** Candidates whose key must be equal to some value: by that value. */
interface Mesh<C> {
  readonly key: Read
  readonly byValue: Map<Value, C[]>
}

/**
 * Which candidates come into question where a column has some value: most ask that it, folded, is one of a few values, and
 * need not be asked for all others. That they hold is still to be seen.
 */
export class Sieve<C> {
  private readonly compiler: Compiler
  private readonly meshes = new Map<string, Mesh<C>>()
  private readonly others: C[] = []

  constructor(compiler: Compiler) {
    this.compiler = compiler
  }

  /** `parts`: what must hold, of the value alone. */
  add(candidate: C, parts: readonly Expr[]): void {
    const wanted = firstWanted(parts)
    if (!wanted) {
      this.others.push(candidate)
      return
    }
    const { of, values } = wanted
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
