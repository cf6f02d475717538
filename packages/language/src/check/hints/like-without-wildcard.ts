/** A pattern for `like` has a place where anything may stand. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { likeWithoutWildcard } from '../../diagnostics/hints/like-without-wildcard.ts'
import { written } from './conditions.ts'
import type { Hint } from './hint.ts'
import { nodesOf, within } from './walk.ts'

export const hintLikeWithoutWildcard: Hint = (model, report) => {
  for (const test of nodesOf(model, 'wordTest').filter(({ words }) => words[0]?.text === 'like')) {
    for (const text of within(test.operand, 'text'))
      if (!/[*?]/.test(text.value)) report(diagnose(likeWithoutWildcard, text.span, { text: written(text) }))
  }
}
