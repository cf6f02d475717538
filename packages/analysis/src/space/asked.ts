import type { Expr, Program } from '@merit-lang/runtime'

/** What a program asks about one attribute, property or time of events. */
export class Asked {
  /** Whether its value matters as such: in points, compared with another value, for telling events apart. */
  raw = false
  /** Conditions that it alone decides, none of them a negation, each once. */
  readonly atoms: Expr[] = []
  /** Every expression of the program that one of them decides, by identity. */
  readonly answers = new Map<Expr, Answer>()
  private readonly places = new Map<string, number>()

  /** Takes in a condition that reads nothing else. */
  add(condition: Expr, program: Program): Answer {
    const known = this.answers.get(condition)
    if (known) return known
    const inner = insideOf(condition, program)
    const answer = inner ? negatedIf(condition.op === 'not', this.add(inner, program)) : this.placed(condition)
    this.answers.set(condition, answer)
    return answer
  }

  private placed(condition: Expr): Answer {
    const key = JSON.stringify(condition)
    const atom = this.places.get(key) ?? this.atoms.push(condition) - 1
    this.places.set(key, atom)
    return { atom, negated: false }
  }
}

export interface Answer {
  /** By index among the atoms. */
  readonly atom: number
  readonly negated: boolean
}

/** What a negation or a reference stands around. */
function insideOf(e: Expr, { values }: Program): Expr | undefined {
  if (e.op === 'not') return e.of
  return e.op === 'value' ? values[e.index] : undefined
}

function negatedIf(flip: boolean, { atom, negated }: Answer): Answer {
  return { atom, negated: flip !== negated }
}
