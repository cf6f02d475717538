/** The revision: a digest of what a program means. Places, comments, labels and texts for show do not change it. */
import type { Block, Condition, Grade, Program, Rule, Score, Stage } from '@merit-lang/runtime'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Twelve hexadecimal digits. */
export function revisionOf(program: Omit<Program, 'revision'>): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(meaningOf(program))))).slice(0, 12)
}

/**
 * What is scored, as lists, whose order is fixed; the expressions in them are built key by key in one place each. Promises
 * are left out, since they change no result, and a rule's steps but for the last, which is what counts.
 */
function meaningOf({ zone, scores, grades, stages, disqualifications, ...program }: Omit<Program, 'revision'>) {
  const { language, attributes, events, values, sets, unsupported } = program
  return [
    language,
    [zone.name, zone.declared],
    attributes,
    events,
    values,
    sets,
    scores.map(scoreMeaning),
    grades.map(gradeMeaning),
    stages.map(stageMeaning),
    disqualifications.map(({ reason, when }) => [reason, when.expr]),
    unsupported.map(({ what }) => what),
  ]
}

const test = (condition: Condition | undefined) => condition?.expr

function scoreMeaning(score: Score) {
  if (score.kind === 'rules') return [score.name, blockMeaning(score.block)]
  return [score.name, score.formula, score.cap, score.floor]
}

function blockMeaning({ when, items, multipliers, cap, floor, weight }: Block): unknown[] {
  const inside = items.map(item => (item.kind === 'rule' ? ruleMeaning(item) : blockMeaning(item)))
  return [test(when), inside, multipliers.map(({ when, factor }) => [test(when), factor]), cap, floor, weight]
}

function ruleMeaning({ when, on, cases, cap, floor, weight }: Rule) {
  const points = cases.map(one => [test(one.when), one.points])
  return [test(when), on && [on.steps.at(-1)?.set, on.decay?.points], points, cap, floor, weight]
}

function gradeMeaning(grade: Grade) {
  if (grade.kind === 'joined') return [grade.name, grade.grades]
  return [grade.name, grade.cases.map(({ label, when }) => [label, test(when)]), grade.otherwise]
}

function stageMeaning({ name, lines }: Stage) {
  return [name, lines.map(({ when, until }) => [test(when), until])]
}
