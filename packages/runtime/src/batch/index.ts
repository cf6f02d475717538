export type * from '../columns/columns.ts'
export { idAt, type LeadLines, type LineProblem, type NdjsonOptions, NdjsonReader } from '../ndjson/reader.ts'
