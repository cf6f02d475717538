/**
 * Which tokens the grammar lets follow some others. The parser decides early and is told of mistakes; here its structure is
 * followed in all ways at once, so that also a beginning has an answer. Chevrotain's own content assist is gone since version 12.
 */
import {
  Alternation,
  type Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  type Rule,
  Terminal,
  type TokenType,
} from 'chevrotain'

/** A rule of the grammar that is being read, and those that it is read for. */
export interface Frame {
  readonly rule: string
  /** The number of its first token. */
  readonly start: number
  readonly outer: Frame | undefined
}

/** A kind of token that may come next, and the rule that asks for it. */
export interface Way {
  readonly token: TokenType
  readonly frame: Frame
}

/** The kinds that a token may be read as. */
export type Kinds = readonly TokenType[]

/** A place in the grammar: before the part `at` of a sequence, with the place that follows the sequence. */
interface State {
  readonly sequence: readonly IProduction[]
  readonly at: number
  readonly up: State | undefined
  readonly frame: Frame
}

/** A token that fits nowhere is passed over, so that a mistake before the cursor does not silence everything after it. */
export function waysAfter(rules: Readonly<Record<string, Rule>>, start: string, tokens: readonly Kinds[]): Way[] {
  const first = rules[start] as Rule
  const frame: Frame = { rule: start, start: 0, outer: undefined }
  let waiting = reach([{ sequence: first.definition, at: 0, up: undefined, frame }], 0)
  tokens.forEach((kinds, i) => {
    const taken = waiting.filter(state => kinds.includes(tokenOf(state)))
    if (taken.length > 0) waiting = reach(taken.map(advanced), i + 1)
  })
  return waiting.map(state => ({ token: tokenOf(state), frame: state.frame }))
}

const advanced = (state: State): State => ({ ...state, at: state.at + 1 })
const tokenOf = ({ sequence, at }: State): TokenType => (sequence[at] as Terminal).terminalType

/** The places before a token that can be reached without reading any. */
function reach(from: readonly State[], position: number): State[] {
  const waiting: State[] = []
  const seen = new Seen()
  const open = [...from]
  for (let state = open.pop(); state; state = open.pop()) {
    if (!seen.add(state)) continue
    const part = state.sequence[state.at]
    if (part instanceof Terminal) waiting.push(state)
    else open.push(...(part ? entered(part, state, position) : left(state)))
  }
  return waiting.reverse()
}

const left = ({ up }: State): readonly State[] => (up ? [up] : [])

function entered(part: IProduction, state: State, position: number): readonly State[] {
  const { frame } = state
  const inside = (sequence: readonly IProduction[], up: State): State => ({ sequence, at: 0, up, frame })
  const after = advanced(state)
  if (part instanceof NonTerminal) {
    const { name, definition } = part.referencedRule
    return [{ sequence: definition, at: 0, up: after, frame: { rule: name, start: position, outer: frame } }]
  }
  if (part instanceof Alternation)
    return part.definition.map(choice => inside((choice as Alternative).definition, after))
  if (part instanceof Option) return [inside(part.definition, after), after]
  if (part instanceof Repetition) return [inside(part.definition, state), after]
  if (part instanceof RepetitionMandatory) return [inside(part.definition, inside([moreOf(part)], after))]
  return [after]
}

const repetitions = new WeakMap<RepetitionMandatory, Repetition>()

/** What may come after the first of at least one. */
function moreOf(part: RepetitionMandatory): Repetition {
  const more = repetitions.get(part) ?? new Repetition({ definition: part.definition })
  repetitions.set(part, more)
  return more
}

/** Places that were reached already. Two that differ in what comes later are two. */
class Seen {
  private readonly byUp = new Map<State | undefined, Map<readonly IProduction[], Set<number>>>()

  add({ sequence, at, up }: State): boolean {
    const bySequence = this.byUp.get(up) ?? new Map<readonly IProduction[], Set<number>>()
    this.byUp.set(up, bySequence)
    const places = bySequence.get(sequence) ?? new Set<number>()
    bySequence.set(sequence, places)
    if (places.has(at)) return false
    places.add(at)
    return true
  }
}
