import type { Expr, Value } from '../program.ts'
import type { Lookup } from './sieve.ts'
import type { Read, View } from './view.ts'

/** What must be equal to one of some values. */
export interface WantedValues {
  readonly of: Expr
  readonly values: readonly Value[]
}

export function wantedValues(part: Expr): WantedValues | undefined {
  return part.op === 'member' ? part : part.op === 'equal' ? equalTo(part.left, part.right) : undefined
}

function equalTo(left: Expr, right: Expr): WantedValues | undefined {
  if (right.op === 'const') return { of: left, values: [right.value] }
  return left.op === 'const' ? { of: right, values: [left.value] } : undefined
}

/** By the value that a key must be equal to. */
export class ByValue<C> implements Lookup<C> {
  private readonly key: Read
  private readonly byValue = new Map<Value, C[]>()

  constructor(key: Read) {
    this.key = key
  }

  add(candidate: C, values: readonly Value[]): void {
    const distinct = values.length === 1 ? values : [...new Set(values)]
    for (let i = 0; i < distinct.length; i++) this.addTo(distinct[i] as Value, candidate)
  }

  private addTo(value: Value, candidate: C): void {
    const known = this.byValue.get(value)
    if (known) known.push(candidate)
    else this.byValue.set(value, [candidate])
  }

  find(view: View, event: number, found: C[]): void {
    const wanted = this.byValue.get(this.key(view, event))
    if (wanted) for (const candidate of wanted) found.push(candidate)
  }
}
