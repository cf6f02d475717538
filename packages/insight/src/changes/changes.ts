/** What differs in meaning between two versions of a model, part by part. */
import type { Program } from '@merit-lang/runtime'
import type { Changes } from './change.ts'

/**
 * What is equal in form, whatever it is called and in whatever order it stands, is no change. A rule keeps its identity by its label, else
 * by its text, else by likeness, first within its score.
 */
export function changesBetween(_before: Program, _after: Program): Changes {
  return { entries: [] }
}
