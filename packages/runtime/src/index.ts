/**
 * What an app installs to score leads.
 *
 *     const model = loadModel(bundle)
 *     const { scores, stages } = model.score(lead, { now: Date.now() })
 *
 * Further down is what tools are made of: programs, their reference evaluator, writing bundles.
 */

export { BundleError } from './bundle/error.ts'
export type { Bundle, Signature } from './bundle/format.ts'
export { generateKeys, KeyError, type KeyPair } from './bundle/keys.ts'
export { shared } from './bundle/pack.ts'
export { type OpenedBundle, readBundle, readSignedBundle } from './bundle/read.ts'
export type { Doc } from './bundle/records.ts'
export type { Unpacked } from './bundle/unpack.ts'
export { writeBundle, writeSignedBundle } from './bundle/write.ts'
export { type Evaluation, evaluate, evaluation } from './evaluate.ts'
export { explain } from './explain.ts'
export { fold } from './fold.ts'
export { formatNumber, formatTyped, formatValue } from './format.ts'
export type { Decided } from './kernel/decided.ts'
export { type Lead, type LeadEvent, readLead } from './lead/lead.ts'
export { loadModel, loadSignedModel } from './load.ts'
export type * from './model.ts'
export { nearest } from './nearest.ts'
export * from './program.ts'
export * from './result.ts'
export { weekdays } from './time/calendar.ts'
export { type DateProblem, dayRange, formatInstant, type ParsedInstant, parseInstant } from './time/instant.ts'
export { utc } from './time/utc.ts'
export { localTime } from './time/zone.ts'
export { UnsupportedProgram } from './unsupported.ts'
export { type Reloaded, type WatchedModel, type WatchOptions, watchModel } from './watch.ts'
