/** What is said of a comparison, whatever it is printed as. */
import {
  type Change,
  type Compared,
  type Comparison,
  type Direction,
  inWords,
  isAlike,
  type OutcomeKind,
  type Seen,
  testOf,
} from '@merit-lang/analysis'
import { writtenName, writtenNumber, writtenText } from '@merit-lang/language'
import type { Program } from '@merit-lang/runtime'
import { counted } from '../numbers.ts'

export interface Account {
  readonly paths: readonly [before: string, after: string]
  readonly programs: readonly [before: Program, after: Program]
  readonly comparison: Comparison
  /** Whether leads are also shown as tests. */
  readonly witnesses: boolean
}

const ways = {
  score: { more: 'higher', less: 'lower', other: 'different' },
  grade: { more: 'better', less: 'worse', other: 'different' },
  stage: { more: 'gained', less: 'lost', other: 'different' },
  disqualification: { more: 'gained', less: 'lost', other: 'different' },
} satisfies { [K in OutcomeKind]: { [W in Change]: string } }

export const wayOf = ({ kind }: Compared, { way }: Direction): string => ways[kind][way]

/** `only higher`, `higher for some leads, lower for others`. */
export function relationOf(compared: Compared, [before, after]: Account['paths']): string {
  if (isAlike(compared)) return 'alike'
  if (compared.onlyIn) return `only in ${compared.onlyIn === 'before' ? before : after}`
  const of = (kind: Direction['kind']) => compared.directions.filter(one => one.kind === kind)
  const [shown, open] = [of('possible'), of('undecided')]
  const known = shown.map((one, i) => `${wayOf(compared, one)} for ${i === 0 ? 'some leads' : 'others'}`)
  const unknown = open.map(one => `whether ${wayOf(compared, one)} is undecided`)
  if (shown.length === 1 && open.length === 0) return `only ${wayOf(compared, shown[0] as Direction)}`
  return [...known, ...unknown].join(', ')
}

type Shown = Extract<Direction, { kind: 'possible' }>

/** What is said of each way that is open: the lead that shows it, or why it is not decided. */
export function evidenceOf(
  compared: Compared,
  account: Account,
): readonly { way: string; text: string; test?: string }[] {
  if (compared.onlyIn) return []
  return compared.directions.flatMap(one => {
    if (one.kind === 'impossible') return []
    const way = wayOf(compared, one)
    if (one.kind === 'undecided') return [{ way, text: `undecided: ${one.why}` }]
    const [, after] = account.programs
    const [from, to] = one.seen.map(seenText)
    const text = `${from} → ${to} for ${inWords(mostAttributes(account), one.witness)}`
    return [{ way, text, ...(account.witnesses ? { test: testFor(compared, one, after) } : {}) }]
  })
}

/** A lead is told by the model that reads more of it. */
function mostAttributes({ programs: [before, after] }: Account): Program {
  return before.attributes.length > after.attributes.length ? before : after
}

export function seenText(seen: Seen): string {
  if (typeof seen === 'boolean') return seen ? 'yes' : 'no'
  return typeof seen === 'number' ? writtenNumber(seen) : seen
}

/** What the second model says of the lead. */
function testFor({ kind, name }: Compared, { seen: [, after], witness }: Shown, program: Program): string {
  const expectations = {
    score: `${writtenName(name)} = ${seenText(after)}`,
    grade: `${writtenName(name)} = ${writtenText(String(after))}`,
    stage: `${after ? '' : 'not '}${writtenName(name)}`,
    disqualification: `${after ? '' : 'not '}disqualified ${writtenText(name)}`,
  } satisfies { [K in OutcomeKind]: string }
  return testOf(program, witness, { name: `${name}: ${seenText(after)}`, expectations: [expectations[kind]] })
}

export function verdictOf({ comparison, paths: [before, after] }: Account): string {
  if (comparison.alike) return `${before} and ${after} score all leads alike.`
  const differing = comparison.outcomes.filter(one => !isAlike(one))
  const open = differing.filter(isUndecided)
  const shown = differing.length - open.length
  const facts = [
    ...(shown > 0 ? [counted(shown, 'outcome differs', 'outcomes differ')] : []),
    ...(open.length > 0 ? [`${counted(open.length, 'outcome')} undecided`] : []),
  ]
  const same = comparison.outcomes.length - differing.length
  return `${facts.join(', ')}${same > 0 ? `, ${same} alike` : ''}.`
}

/** Neither proved to be alike nor shown to differ. */
export function isUndecided(compared: Compared): boolean {
  return compared.onlyIn === undefined && compared.directions.every(({ kind }) => kind !== 'possible')
}

export function comparisonAsData({ paths: [before, after], programs: [one, other], comparison }: Account) {
  return {
    before: { path: before, revision: one.revision },
    after: { path: after, revision: other.revision },
    ...comparison,
  }
}
