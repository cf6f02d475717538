/** Every refactoring, in the order in which they are offered. A new one takes its file and one line here. */
import type { Refactoring } from '../selection.ts'
import { addTest } from './add-test.ts'
import { decay } from './decay.ts'
import { declareEvents, declareLead } from './declare.ts'
import { document } from './document.ts'
import { extractLet } from './extract-let.ts'
import { extractList } from './extract-list.ts'
import { extractSegment } from './extract-segment.ts'
import { group } from './group.ts'
import { inline } from './inline.ts'
import { chainToList, listToChain, sortList } from './lists.ts'
import { pointsBy } from './points-by.ts'
import { quotes } from './quotes.ts'
import { whens } from './whens.ts'

export const refactorings: readonly Refactoring[] = [
  pointsBy,
  whens,
  extractSegment,
  extractLet,
  extractList,
  inline,
  declareLead,
  declareEvents,
  addTest,
  group,
  listToChain,
  chainToList,
  sortList,
  decay,
  quotes,
  document,
]
