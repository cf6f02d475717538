/**
 * What an app installs to run a Merit program: read a lead's data, score it, explain the score.
 *
 *     const lead = readLead(program, JSON.parse(line))
 *     const { scores, stages } = evaluate(program, lead, Date.now())
 */
export { type Evaluation, evaluate, evaluation } from './evaluate.ts'
export { explain } from './explain.ts'
export { fold } from './fold.ts'
export { formatNumber, formatValue } from './format.ts'
export type { Decided } from './kernel/decided.ts'
export { type Lead, type LeadEvent, readLead } from './lead/lead.ts'
export { nearest } from './nearest.ts'
export * from './program.ts'
export * from './result.ts'
export { weekdays } from './time/calendar.ts'
export { type DateProblem, dayRange, formatInstant, type ParsedInstant, parseInstant } from './time/instant.ts'
export { localTime, utc } from './time/zone.ts'
export { UnsupportedProgram } from './unsupported.ts'
