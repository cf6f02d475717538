/** What a condition tests is no text written in the model, which would be the same for every lead. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { textAsName } from '../../diagnostics/hints/text-as-name.ts'
import type * as Ast from '../../syntax/ast.ts'
import type { Hint } from './hint.ts'
import { nodesOf } from './walk.ts'

export const hintTextAsName: Hint = (model, report) => {
  const tests = [
    ...nodesOf(model, 'binary').map(({ left, right }) => [left, right] as const),
    ...nodesOf(model, 'membership').map(test => [test.value, test.in] as const),
    ...nodesOf(model, 'wordTest').map(test => [test.value, test.operand] as const),
  ]
  for (const [tested, against] of tests) {
    if (tested.kind !== 'text' || !isName(tested.value) || !isWritten(against)) continue
    report(diagnose(textAsName, tested.span, { text: tested.value }))
  }
}

/** One that can stand between backticks. */
const isName = (text: string) => text.trim() !== '' && !/[`\n]/.test(text)

function isWritten(against: Ast.Range | Ast.Expr): boolean {
  return against.kind === 'text' || (against.kind === 'list' && against.elements.every(isWritten))
}
