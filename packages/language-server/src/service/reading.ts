/** Which texts are read as models at all, so that no file keeps the editor waiting. */
import type { Finding } from './diagnostics.ts'
import type { SourceText } from './text.ts'

/** In UTF-16 units: about 20,000 lines, which take a second. */
export const LONGEST = 1_000_000

/** More bytes than any text of that length has. */
export const LONGEST_IN_BYTES = 3 * LONGEST + 1

/** What is said of a file that is not read; nothing where it is. */
export function refusalOf({ path, text }: SourceText): Finding | undefined {
  const reason = reasonToRefuse(text)
  if (reason === undefined) return undefined
  const span = { source: { path, text: '' }, start: 0, end: 0 }
  return { name: 'not-read', severity: 'error', span, message: reason, related: [] }
}

function reasonToRefuse(text: string): string | undefined {
  if (text.length > LONGEST)
    return `This file is longer than a million characters, and the editor reads none of it. \`merit check\` does; or split it with imports.`
  if (text.includes('\0')) return 'This file is not text: it has bytes in it that stand for no character.'
  return undefined
}
