import type { FormWord } from '../word.ts'

/** Keywords whose meaning is a form of the grammar: what they say, for hover and reference. */
export const forms: readonly FormWord[] = []
