/** Programs with less in them, of which less has to be looked at. Every index stays what it was. */
import type { Block, EventSet, Expr, ExprOf, Program, Promised, Score } from '@merit-lang/runtime'

/** A program of these sums alone, by their index. */
export function onlySums(program: Program, blocks: readonly Block[]): Program {
  const scores = blocks.map((block): Score => ({ kind: 'rules', name: '', block, doc: '' }))
  return { ...withoutOutcomes(program), scores }
}

/** A program that asks this condition and nothing else, which reads no score, grade or stage. */
export function onlyCondition(program: Program, expr: Expr): Program {
  return { ...withoutOutcomes(program), promises: [asking(expr)] }
}

/** The program with each part of an `or` about the lead asked by itself, so that leads who meet different ones are told apart. */
export function askingEach(program: Program): Program {
  const parts = partsOfOr(program.scores).filter(part => !isAboutEvents(part))
  return { ...program, promises: parts.map(asking) }
}

function isAboutEvents(part: Expr): boolean {
  return /"op":"(property|eventTime|amount|age)"/.test(JSON.stringify(part))
}

function asking(expr: Expr): Promised {
  const span = { path: '', line: 0, column: 0 }
  return { kind: 'never', text: '', condition: { expr, parts: [] }, span }
}

function partsOfOr(part: object): readonly Expr[] {
  const own = (part as Expr).op === 'or' ? (part as ExprOf<'or'>).of : []
  const inner = Object.values(part).flatMap(one => (typeof one === 'object' && one !== null ? partsOfOr(one) : []))
  return [...own, ...inner]
}

/** Whether a part depends on what else scores a lead, also through what it refers to. */
export function readsOutcomes(part: object, program: Program): boolean {
  return reads(part, definitionsOf(program))
}

const empties = new WeakMap<Program, Program>()

/** What is defined by scores, grades and stages is unknown: whoever asks does not read it, but definitions are evaluated in order. */
function withoutOutcomes(program: Program): Program {
  const { values, sets } = definitionsOf(program)
  const unknown: Expr = { op: 'const', value: null }
  const none: EventSet = { op: 'events', types: [] }
  const empty = empties.get(program) ?? {
    ...program,
    values: program.values.map((value, index) => (values[index] ? unknown : value)),
    sets: program.sets.map((set, index) => (sets[index] ? none : set)),
    ...{ scores: [], grades: [], stages: [], disqualifications: [], promises: [] },
  }
  empties.set(program, empty)
  return empty
}

/** Of each definition, whether it reads outcomes. */
interface Definitions {
  readonly values: boolean[]
  readonly sets: boolean[]
}

const known = new WeakMap<Program, Definitions>()

function definitionsOf(program: Program): Definitions {
  const found = known.get(program)
  if (found) return found
  const definitions: Definitions = { values: [], sets: [] }
  known.set(program, definitions)
  for (let again = true; again; ) again = refine(definitions, program)
  return definitions
}

/** Values may read sets and sets values, so that both are gone through until nothing more is found. */
function refine(definitions: Definitions, { values, sets }: Program): boolean {
  const before = JSON.stringify(definitions)
  for (const [index, value] of values.entries()) definitions.values[index] = reads(value, definitions)
  for (const [index, set] of sets.entries()) definitions.sets[index] = reads(set, definitions)
  return JSON.stringify(definitions) !== before
}

const outcomes = new Set(['score', 'grade', 'stage'])

function reads(part: object, { values, sets }: Definitions): boolean {
  const { op, index } = part as { op?: string; index?: number }
  if (op !== undefined && outcomes.has(op)) return true
  if (op === 'value') return values[index as number] ?? false
  if (op === 'sharedSet') return sets[index as number] ?? false
  return Object.values(part).some(
    inner => typeof inner === 'object' && inner !== null && reads(inner, { values, sets }),
  )
}
