import type { Formula } from './formula.ts'
import { leavesOf } from './formula.ts'
import type { Vector } from './groups.ts'

/** A class of texts for people, by its plainest text. */
export function describe({ holds, text }: Vector, formulas: readonly Formula[]): string {
  if (formulas.length === 0) return 'a text'
  if (text === undefined) return 'perhaps a text'
  const reasons = formulas.filter((_, i) => holds[i]).flatMap(leavesOf)
  if (reasons.length === 0) return `another text, such as ${quoted(text)}`
  return reasons.every(({ operand }) => operand === 'domain')
    ? `${quoted(text.slice(text.lastIndexOf('@') + 1))} after the @`
    : `a text such as ${quoted(text)}`
}

/** What is long is cut. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text)
}
