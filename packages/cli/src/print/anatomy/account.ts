/** What an account of a model's anatomy says in words, whatever it looks like. */
import {
  type Anatomy,
  type BlockAnatomy,
  type BoundAnatomy,
  type EndAnatomy,
  type Ends,
  inWords,
  type PromiseAnatomy,
  type Reachable,
  type Reached,
  type Route,
  rangeInWords,
  type StageAnatomy,
  type Witness,
} from '@merit-lang/analysis'
import type { Program } from '@merit-lang/runtime'
import { counted, rounded } from '../numbers.ts'

export interface AnatomyOptions {
  readonly model: string
  readonly program: Program
  readonly anatomy: Anatomy
  /** Also the leads that show it. */
  readonly witnesses: boolean
}

export function contents({ counts, attributes, events, grades, stages, promises }: Anatomy): string {
  const parts = [
    counted(counts.scores, 'score'),
    ...some(counts.groups, 'group'),
    counted(counts.rules, 'rule'),
    ...some(counts.multipliers, 'multiplier'),
    ...some(attributes.length, 'attribute'),
    ...some(events.length, 'type of event', 'types of events'),
    ...some(grades.length, 'grade'),
    ...some(stages.length, 'stage'),
    ...some(promises.length, 'promise'),
  ]
  return parts.join(', ')
}

function some(count: number, one: string, many?: string): string[] {
  return count === 0 ? [] : [counted(count, one, many)]
}

type Side = 'least' | 'most'

const endless = { least: '−∞', most: '∞' } satisfies { [S in Side]: string }
const inTables = { least: '≥', most: '≤' } satisfies { [S in Side]: string }

/** `145`, `∞`, `≤ 145` where no lead is known to have so many, `?` where there is no bound. */
export function cellOf(ends: Ends, side: Side): string {
  const { points, exact } = ends[side]
  if (points === null) return exact ? endless[side] : '?'
  return exact ? rounded(points) : `${inTables[side]} ${rounded(points)}`
}

/** What its bounds do to a block, and what adding up would make believe. */
export function blockNotes(block: BlockAnatomy): readonly string[] {
  const { before, addedUp, cap, floor, weight } = block
  return [
    ...(cap || floor || weight !== undefined ? [`before ${boundsOf(block)}: ${rangeInWords(before)}`] : []),
    ...(cap ? [capNote(cap)] : []),
    ...(floor ? [floorNote(floor)] : []),
    ...(gap(addedUp.least, before.least) || gap(addedUp.most, before.most)
      ? [`adding up what each can give says ${pointsOf(addedUp.least, 'least')} to ${pointsOf(addedUp.most, 'most')}`]
      : []),
  ]
}

function pointsOf(points: number | null, side: Side): string {
  return points === null ? endless[side] : rounded(points)
}

/** Where both are numbers. */
function gap(added: number | null, { points }: EndAnatomy): boolean {
  return added !== null && points !== null && added !== points
}

function boundsOf({ cap, floor, weight }: BlockAnatomy): string {
  const bounds = [
    ...(floor ? [`floor ${rounded(floor.points)}`] : []),
    ...(cap ? [`cap ${rounded(cap.points)}`] : []),
    ...(weight === undefined ? [] : [`weight ${rounded(weight * 100)}%`]),
  ]
  return bounds.join(' and ')
}

function capNote(cap: BoundAnatomy): string {
  return `cap ${rounded(cap.points)} ${moved(cap, 'takes')}`
}

function floorNote(floor: BoundAnatomy): string {
  return `floor ${rounded(floor.points)} ${moved(floor, 'adds')}`
}

function moved({ moves, exact }: BoundAnatomy, does: string): string {
  if (moves === null) return exact ? 'is all that bounds it' : 'bounds it; no other bound was found'
  if (moves === 0) return 'never binds'
  return `${does} up to ${exact ? '' : 'perhaps '}${counted(Number(moves), 'point').replace(/^\S+/, rounded(moves))}`
}

export function isNothing({ least, most }: Ends): boolean {
  return least.points === 0 && most.points === 0
}

const verdicts = {
  reachable: 'can be reached',
  unreachable: 'cannot be reached: proved',
  undecided: 'undecided',
} satisfies { [V in Reachable]: string }

export function verdictOf({ verdict, why }: Reached): string {
  return why === undefined ? verdicts[verdict] : `${verdicts[verdict]}: ${why}`
}

/** Of a stage, whose name is known by now. */
export function lineText(stage: string, text: string): string {
  return text.startsWith(`qualify ${stage} `) ? text.slice(`qualify ${stage} `.length) : text.replace(/^qualify /, '')
}

export function stageVerdict(stage: StageAnatomy): string {
  return stage.everyone ? 'every lead is in it: proved' : verdictOf(stage)
}

/** A sentence, and the rules that it is about. */
export interface Told {
  readonly text: string
  readonly rules: readonly string[]
}

/** How a threshold is reached; rules are named with their score where the model has several. */
export function routeTold({ fewest, shown, alone, needed }: Route, anatomy: Anatomy): readonly Told[] {
  const nameOf = ({ score, rule }: Route['alone'][number]) => (anatomy.scores.length > 1 ? `${score}: ${rule}` : rule)
  return [
    { text: fewestText(fewest, shown), rules: [] },
    ...(alone.length > 0 ? [{ text: 'by itself', rules: alone.map(nameOf) }] : []),
    ...(needed.length > 0 ? [{ text: 'not without', rules: needed.map(nameOf) }] : []),
  ]
}

function fewestText(fewest: number, shown: number): string {
  if (shown === 0) return 'needs no rule that gives points'
  if (shown === 1) return 'one rule is enough'
  const least = `needs at least ${counted(fewest, 'rule')} that ${fewest === 1 ? 'gives' : 'give'} points`
  return fewest === shown ? least : `${least}; ${shown} are enough`
}

const promised = { proved: 'proved', broken: 'broken', undecided: 'undecided' } satisfies {
  [V in PromiseAnatomy['verdict']]: string
}

export function promiseVerdict({ verdict, why }: PromiseAnatomy): string {
  return why === undefined ? promised[verdict] : `${promised[verdict]}: ${why}`
}

export function such(witness: Witness, program: Program): string {
  return `such as ${inWords(program, witness)}`
}

/** Attributes or events by what they move, and those that move nothing. */
export function inputsTold(inputs: Anatomy['attributes']): {
  readonly moving: Anatomy['attributes']
  readonly idle: readonly string[]
} {
  return {
    moving: inputs.filter(({ moves }) => moves.length > 0),
    idle: inputs.flatMap(({ name, moves, read }) =>
      moves.length > 0 ? [] : [read ? `${name} (though it is read)` : name],
    ),
  }
}
