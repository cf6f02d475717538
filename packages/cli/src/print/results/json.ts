import type { Result } from '@merit-lang/runtime'
import type { ResultPrinter } from './printer.ts'

/** One result a line. */
export function ndjsonPrinter(): ResultPrinter {
  return { start: '', row: result => `${JSON.stringify(inOrder(result))}\n`, end: () => '' }
}

/** One array, a result a line. */
export function jsonPrinter(): ResultPrinter {
  let first = true
  return {
    start: '[',
    row: result => {
      const separator = first ? '\n' : ',\n'
      first = false
      return `${separator}  ${JSON.stringify(inOrder(result))}`
    },
    end: () => (first ? ']\n' : '\n]\n'),
  }
}

/** The documented keys in the documented order. */
function inOrder({ id, at, scores, grades, stages, disqualified, issues, revision }: Result): Result {
  return { id, at, scores, grades, stages, disqualified, issues, revision }
}
