/** Every feature, in the order in which the documentation lists them. A new one takes its file and one line here. */
import type { Feature } from '../feature.ts'
import { actions } from './actions.ts'
import { completion } from './completion.ts'
import { definition } from './definition.ts'
import { documentLinks } from './document-links.ts'
import { folding } from './folding.ts'
import { formatting } from './formatting.ts'
import { hierarchy } from './hierarchy.ts'
import { hover } from './hover.ts'
import { inlayHints } from './inlay-hints.ts'
import { lenses } from './lenses.ts'
import { movedFiles } from './moved-files.ts'
import { page } from './page.ts'
import { preview } from './preview.ts'
import { references } from './references.ts'
import { rename } from './rename.ts'
import { selectionRanges } from './selection-ranges.ts'
import { semanticTokens } from './semantic-tokens.ts'
import { signatureHelp } from './signature-help.ts'
import { symbols } from './symbols.ts'
import { tests } from './tests.ts'

export const features: readonly Feature[] = [
  completion,
  signatureHelp,
  hover,
  actions,
  documentLinks,
  page,
  definition,
  references,
  hierarchy,
  rename,
  movedFiles,
  folding,
  selectionRanges,
  symbols,
  formatting,
  semanticTokens,
  inlayHints,
  lenses,
  tests,
  preview,
]
