/** How lines are read, whatever the leads in them are scored with. */
import { callKeys, callTypes, idOf, ownEvents, tooLong } from '@merit-lang/leads'
import type { Program } from '@merit-lang/runtime'
import { type LeadLines, NdjsonReader } from '@merit-lang/runtime/batch'
import { hashOf, hashOfBytes } from '../input/seen.ts'
import { type Marks, marksIn } from './marks.ts'
import type { Job, LinesPart } from './part.ts'

/** @param idKeys under which a lead's id may stand, the first of them first */
export function lineReader(program: Program, idKeys: readonly string[]): NdjsonReader {
  return new NdjsonReader(program, {
    idKeys,
    idOf: data => idOf(data, idKeys) ?? null,
    prepare: ownEvents,
    calls: { types: callTypes, keys: callKeys },
  })
}

export function linesPart({ buffer, end, isCut, spare }: Job, lines: LeadLines): LinesPart {
  const leads = lines.columns.count
  return {
    buffer,
    bytes: end,
    lines: lines.lines + Number(isCut),
    problems: isCut ? [...lines.problems, { line: lines.lines + 1, message: tooLong }] : lines.problems,
    leads,
    withIssues: lines.issues.size,
    ...marksOf(lines, marksIn(spare?.marks, leads)),
    oddIds: lines.oddIds,
  }
}

function marksOf(lines: LeadLines, marks: Marks): Marks {
  const { hashes, lineOf, idStart, idEnd } = marks
  lineOf.set(lines.line.subarray(0, lineOf.length))
  idStart.set(lines.idStart.subarray(0, idStart.length))
  idEnd.set(lines.idEnd.subarray(0, idEnd.length))
  for (let lead = 0; lead < hashes.length; lead++) hashes[lead] = hashAt(lines, lead)
  return marks
}

/** 0 where it has no id. */
function hashAt({ bytes, idStart, idEnd, oddIds }: LeadLines, lead: number): number {
  const [start, end] = [idStart[lead] as number, idEnd[lead] as number]
  if (end > start) return hashOfBytes(bytes, start, end)
  const text = oddIds.get(lead)
  return text === undefined ? 0 : hashOf(text)
}
