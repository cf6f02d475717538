import type { Grade, Program, Score, Stage } from '@merit-lang/runtime'
import { indented, key, literal } from '../text.ts'
import { Blocks } from './blocks.ts'
import { eventsText, MOST_POINTS } from './events.ts'
import { exprText, testText } from './expressions.ts'
import { isChoice, NotQuick, type Place, rawText, readText, Writing } from './writing.ts'

/**
 * Straight code for `quick(lead, now, withIssues)`, which gives the result of a lead, or undefined where the engine has to
 * score it. It reads only what rules ask for. Nothing for programs with forms for which there is no straight code.
 */
export function quickText(program: Program): string | undefined {
  try {
    return textOf(new Writing(program))
  } catch (problem) {
    if (problem instanceof NotQuick) return undefined
    throw problem
  }
}

function textOf(writing: Writing): string {
  const { program } = writing
  const outcome: Place = { writing, isOutcome: true }
  const blocks = new Blocks({ writing })
  const scores = program.scores.map((score, index) => `const s${index} = ${scoreText(score, blocks, outcome)}`)
  const grades = program.grades.map((grade, index) => `const g${index} = ${gradeText(grade, outcome)}`)
  const reasons = program.disqualifications.map(
    ({ reason, when }) => `if (${testText(when.expr, outcome)}) disqualified.push(${literal(reason)})`,
  )
  const stages = program.stages.map((stage, index) => `const t${index} = ${stageText(stage, outcome)}`)
  const counts = [...writing.counts.values()].map(({ set, slot }) => ({ slot, on: { steps: [{ text: '', set }] } }))
  const events = eventsText([...blocks.sums, ...counts], writing)
  const statements = [...scores, ...grades, 'const disqualified = []', ...reasons, ...stages]
  return [
    fixed(writing.slots),
    ...attributesText(writing),
    events,
    ...blocks.functions,
    quickFunction(program, statements),
  ].join('\n')
}

/** The engine is asked where a sum could be more than doubles hold exactly, and which of two events at one instant is later. */
const fixed = (slots: number) => `const sums = new Float64Array(${slots})
let strange = false
function billionths(points) {
  if (Math.abs(points) <= ${MOST_POINTS}) return Math.floor(points * 1e9 + 0.5)
  strange ||= points === points
  return 0
}
function pointsOf(from, to) {
  let points = 0
  for (let i = from; i < to; i++) if (sums[i] !== 0) points += Math.floor((sums[i] + 500) / 1000)
  return points
}
function once(latest, slot, value, age, points) {
  const known = latest.get(value)
  if (known === undefined || age < known.age) {
    sums[slot] += points - (known === undefined ? 0 : known.points)
    latest.set(value, { age, points })
  } else strange ||= age === known.age
}
function whole(millionths) {
  strange ||= Math.abs(millionths) > 1e12
  return millionths
}`

function attributesText(writing: Writing): string[] {
  const fields = [...writing.attributes]
  const reads = fields.map(([index, field]) => {
    const raw = rawText('lead', field.attribute)
    return `raw = ${raw}\n${field.name} = ${readText(field, `attributes[${index}]`, writing)}`
  })
  const searched = fields.flatMap(([, field]) => (field.words.size > 0 ? [field] : []))
  const finders = searched.map(
    ({ name, words }) => `const w${name} = new merit.WordFinder([${[...words.keys()].map(literal).join(', ')}])`,
  )
  const folded = fields.filter(([, { attribute }]) => !isChoice(attribute)).map(([, { name }]) => `f${name}`)
  const names = [...fields.map(([, { name }]) => name), ...folded]
  const statements = [
    ...reads,
    ...folded.map(name => `${name} = undefined`),
    ...searched.map(({ name }) => `w${name}.read(${name})`),
  ]
  return [
    ...writing.constants,
    ...finders,
    ...(names.length > 0 ? [`let ${names.join(', ')}`] : []),
    `function readAttributes(lead) {\n  let raw\n${indented(statements.join('\n'))}\n}`,
  ]
}

function scoreText(score: Score, blocks: Blocks, place: Place): string {
  if (score.kind === 'rules') return blocks.callOf(score.block)
  const [cap, floor] = [score.cap, score.floor].map(limit => (limit ? exprText(limit, place) : 'NaN'))
  return `merit.formulaPoints(${exprText(score.formula, place)}, ${cap}, ${floor})`
}

function gradeText(grade: Grade, place: Place): string {
  if (grade.kind === 'joined') return grade.grades.map(index => `g${index}`).join(' + ')
  const cases = grade.cases.map(({ when, label }) => `${testText(when.expr, place)} ? ${literal(label)} : `)
  return `${cases.join('')}${literal(grade.otherwise)}`
}

/** A disqualified lead is in no stage. */
function stageText({ lines }: Stage, place: Place): string {
  if (lines.some(({ until }) => until)) throw new NotQuick()
  const conditions = lines.map(({ when }) => testText(when.expr, place))
  return `disqualified.length === 0 && (${conditions.join(' || ') || 'false'})`
}

function quickFunction({ scores, grades, stages }: Program, statements: readonly string[]): string {
  return `function quick(lead, now, withIssues) {
  if (!merit.isPlain(lead) || merit.isPolluted()) return undefined
  try {
    strange = false
    sums.fill(0)
    readAttributes(lead)
    if (lead.events !== undefined && lead.events !== null && !readEvents(lead.events, now)) return undefined
${indented(indented(statements.join('\n')))}
    if (strange) return undefined
    const result = {
      id: merit.readId(lead.id),
      at: instantText(now),
      scores: ${record(scores, index => `s${index} / 1e6`)},
      grades: ${record(grades, index => `g${index}`)},
      stages: ${record(stages, index => `t${index}`)},
      disqualified,
      revision: program.revision,
    }
    if (withIssues) return merit.tellIssuesLater(result, program, lead)
    result.issues = []
    return result
  } catch {
    return undefined
  }
}
const instantText = merit.rememberingLast(merit.formatInstant)`
}

function record(named: readonly { readonly name: string }[], text: (index: number) => string): string {
  const fields = named.map(({ name }, index) => `${name === '__proto__' ? '["__proto__"]' : key(name)}: ${text(index)}`)
  return `{ ${fields.join(', ')} }`
}
