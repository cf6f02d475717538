import type { FormWord } from '../word.ts'
import { conditions } from './conditions.ts'
import { declarations } from './declarations.ts'
import { modifiers } from './modifiers.ts'
import { points } from './points.ts'

/** Keywords whose meaning is a form of the grammar: what they say, for hover and reference. */
export const forms: readonly FormWord[] = [...declarations, ...points, ...modifiers, ...conditions]
