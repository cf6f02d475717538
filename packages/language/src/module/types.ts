import type { EventType, Grade, Program } from '@merit-lang/runtime'
import { recordFields, recordType } from './record-types.ts'
import { inComment, indented, key, literal } from './text.ts'
import { unionOf, writtenType } from './value-types.ts'

/**
 * TypeScript declarations of what a program reads and gives: `Lead`, `LeadEvent`, `Result`, and `Model`, as which a loaded
 * bundle of the program may be taken (`loadModel(bundle) as unknown as Model`). A misspelt attribute, value, event or score does not compile.
 */
export function generateTypes(program: Program): string {
  const sections = [
    heading(program),
    ...(hasUnknowns(program) ? [writtenType] : []),
    leadType(program),
    eventTypes(program.events),
    outcomeTypes(program),
    modelTypes,
    KEEP_PRIVATE,
  ]
  return `${sections.join('\n\n')}\n`
}

/** Without it a declaration file exports everything in it. */
const KEEP_PRIVATE = 'export {}'

/** The same, for the generated module beside which they stand. */
export function generateModuleTypes(program: Program): string {
  return `${generateTypes(program)}\n${moduleExports}\n`
}

/** Which model a generated file is of. */
export function heading({ name, revision }: Program): string {
  const model = name === '' ? 'a Merit model' : `the Merit model "${inComment(name)}"`
  return `// Made by \`merit build\` from ${model}, revision ${revision}. Change the model, not this file.`
}

function hasUnknowns({ attributes, events }: Program): boolean {
  const everything = [...attributes, ...events.flatMap(({ properties }) => properties)]
  return everything.some(({ unknownIn }) => unknownIn.length > 0)
}

function leadType({ attributes }: Program): string {
  const id = 'id?: string | number | null'
  const events = 'events?: readonly LeadEvent[] | null'
  const taken = attributes.map(({ key }) => key)
  const fixed = [...(taken.includes('id') ? [] : [id]), ...(taken.includes('events') ? [] : [events])]
  const lines = [...fixed, ...(attributes.length > 0 ? [recordFields(attributes)] : [])].join('\n')
  return `/** A lead as the model reads it. What is absent, \`null\` or empty is unknown. */
export interface Lead {
${indented(lines)}
}`
}

function eventTypes(events: readonly EventType[]): string {
  const records = events.map(({ name, properties }) => `${key(name)}: ${recordType(properties)}`)
  return `/** The properties of each type of event. */
export interface Properties ${braced(records)}

/** What happened, and when: its properties stand beside \`type\` and \`at\`, or under \`properties\`. */
export type LeadEvent = ${events.map(eventType).join(' | ') || 'never'}
${eventShapes}`
}

function eventType({ name, properties }: EventType): string {
  const required = properties.some(property => property.required)
  return `${required ? 'Strict' : ''}Event<${literal(name)}>`
}

const eventShapes = `
interface Happened<T> {
  readonly type: T
  /** ISO 8601, such as "2026-06-01T09:30:00Z". */
  readonly at: string | Date
  /** Of two events of one type with the same id only the first counts. */
  readonly id?: string | number | null
}
type Beside<T extends keyof Properties> = Omit<Properties[T], 'type' | 'at' | 'properties'>
type Event<T extends keyof Properties> = Happened<T> & Beside<T> & { readonly properties?: Properties[T] | null }
/** Where a property is required, all stand in one place. */
type StrictEvent<T extends keyof Properties> =
  | (Happened<T> & Beside<T> & { readonly properties?: null })
  | (Happened<T> & { readonly properties: Properties[T] })`

function outcomeTypes(program: Program): string {
  const scores = program.scores.map(({ name }) => `readonly ${key(name)}: number`)
  const grades = program.grades.map(grade => `readonly ${key(grade.name)}: ${labels(grade, program)}`)
  const stages = program.stages.map(({ name }) => `readonly ${key(name)}: boolean`)
  const reasons = unionOf(program.disqualifications.map(({ reason }) => reason))
  return [
    `export interface Scores ${braced(scores)}`,
    `export interface Grades ${braced(grades)}`,
    `export interface Stages ${braced(stages)}`,
    `/** Why a lead may be disqualified. */\nexport type Reason = ${reasons}`,
  ].join('\n')
}

function braced(lines: readonly string[]): string {
  return lines.length > 0 ? `{\n${indented(lines.join('\n'))}\n}` : '{}'
}

/** Beyond this many labels of joined grades a compiler is no help any more. */
const MOST_LABELS = 1000

function labels(grade: Grade, program: Program): string {
  const all = labelsOf(grade, program)
  return all.length > MOST_LABELS ? 'string' : unionOf(all)
}

function labelsOf(grade: Grade, program: Program): readonly string[] {
  if (grade.kind === 'cases') return [...grade.cases.map(({ label }) => label), grade.otherwise]
  const parts = grade.grades.map(index => labelsOf(program.grades[index] as Grade, program))
  return parts.reduce(
    (heads, tails) => (heads.length > MOST_LABELS ? heads : heads.flatMap(head => tails.map(tail => head + tail))),
    [''],
  )
}

const modelTypes = `/** What the model says of a lead at an instant. */
export interface Result {
  readonly id: string | null
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly scores: Scores
  readonly grades: Grades
  readonly stages: Stages
  /** Empty: not disqualified. */
  readonly disqualified: readonly Reason[]
  /** Worked out when it is first read: the lead must not be changed in between. */
  readonly issues: readonly Issue[]
  readonly revision: string
}

/** Something in the data that was not as declared, and counted as unknown. */
export interface Issue {
  readonly code: string
  readonly path: string
  readonly message: string
}

/** A result with the points of every rule that gave any. */
export interface Contributions extends Result {
  readonly rules: readonly Contribution[]
}

export interface Contribution {
  readonly score: keyof Scores
  readonly rule: string
  readonly points: number
  readonly path: string
  readonly line: number
}

export interface ScoreOptions {
  /** The instant for which to score: milliseconds since 1970 UTC, or a Date. */
  readonly now: number | Date
  /** Refuse a lead with values that do not fit, in place of counting them as unknown. */
  readonly strict?: boolean
}

export interface Model {
  readonly name: string
  readonly revision: string
  score(lead: Lead, options: ScoreOptions): Result
  contributions(lead: Lead, options: ScoreOptions): Contributions
}`

const moduleExports = `export declare const name: string
export declare const revision: string
/** SHA-256 of the bundle of the same model, where one is known. */
export declare const hash: string | undefined
export interface ModuleOptions extends ScoreOptions {
  /** False: \`issues\` stay empty, and the result does not hold on to the lead. */
  readonly issues?: boolean
}
/** Throws \`RangeError\` where \`now\` is no instant of the years 0001 to 9999. */
export declare function score(lead: Lead, options: ModuleOptions): Result
export declare function contributions(lead: Lead, options: ModuleOptions): Contributions`
