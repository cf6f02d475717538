/** What data files say of leads: CSV, JSON and NDJSON as leads and their events, whoever reads the bytes. */
export { leadRows, readCell, rowsOf, textRows } from './cells.ts'
export {
  callKeys,
  callTypes,
  type EventCounts,
  eventLeadKeysFor,
  eventRows,
  type LeadEventRow,
  leadEvents,
  looksLikeEvents,
  ownEvents,
  withEvents,
} from './events.ts'
export { dataExtensions, extensionOf, formatByExtension } from './format.ts'
export { idKeyOf, idOf, keepsIds, keysToTry, leadIdKeyOf, leadIdKeys, looksLikeId } from './ids.ts'
export { type Line, lines, longest, tooLong } from './lines.ts'
export { type Misnamed, misnamed, misnamedNote, missingNote } from './misnamed.ts'
export {
  type DataFormat,
  type DataRecord,
  type Fields,
  isFields,
  type OnProblem,
  type RowReader,
  recordsOf,
  type TextFile,
} from './records.ts'
