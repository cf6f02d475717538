/** Every refactoring, in the order in which they are offered. A new one takes its file and one line here. */
import type { Refactoring } from '../selection.ts'
import { extractSegment } from './extract-segment.ts'
import { pointsBy } from './points-by.ts'
import { whens } from './whens.ts'

export const refactorings: readonly Refactoring[] = [pointsBy, whens, extractSegment]
