/** What the parts of an account of a model's anatomy share. */
import { type Ends, inWords, type Witness } from '@merit-lang/analysis'
import { onOneLine, type Paint, wrap } from '../paint.ts'
import { type AnatomyOptions, such } from './account.ts'

export interface Page extends AnatomyOptions {
  readonly paint: Paint
  readonly width: number
}

export const indent = (lines: readonly string[], columns: number) => lines.map(line => ' '.repeat(columns) + line)

/** Wrapped and dim. */
export function notes(texts: readonly string[], columns: number, { paint, width }: Page): string[] {
  return texts.flatMap(text =>
    wrap(onOneLine(text), width - columns).map((line, i) => ' '.repeat(columns + (i > 0 ? 2 : 0)) + paint.dim(line)),
  )
}

export function witnessNote(witness: Witness | undefined, columns: number, page: Page): string[] {
  return page.witnesses && witness ? notes([such(witness, page.program)], columns, page) : []
}

/** An end of 0 is what most leads have. */
export function endNotes({ least, most }: Ends, columns: number, page: Page): string[] {
  if (!page.witnesses) return []
  const ends = Object.entries({ least, most }).flatMap(([name, { points, witness }]) =>
    witness && points !== 0 ? [`${name}: ${inWords(page.program, witness)}`] : [],
  )
  return notes(ends, columns, page)
}
