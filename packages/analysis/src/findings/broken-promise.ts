/** Promises that are broken, with a lead that breaks them, and those of which it could not be found out. */
import { type Ast, type CheckedModel, type Diagnostic, proofs, report, type Span, written } from '@merit-lang/language'
import type { Promised } from '@merit-lang/runtime'
import type { Witness } from '../claims.ts'
import { breaking } from '../promises.ts'
import type { Steps } from '../steps.ts'
import { testOf } from '../witness/test-text.ts'
import { inWords } from '../witness/words.ts'
import type { FindingCheck, Findings } from './finding.ts'

export const findBrokenPromises: FindingCheck = function* (cx) {
  for (const promise of cx.program.promises) yield yield* finding(promise, cx)
}

function* finding(promise: Promised, cx: Findings): Steps<Diagnostic | undefined> {
  const span = cx.spanOf(promise.span)
  const verdict = yield* cx.analysis.inSteps.possible(breaking(promise))
  if (verdict.kind === 'impossible') return undefined
  if (verdict.kind === 'undecided')
    return report(proofs.undecidedPromise, span, { promise: promise.text, because: verdict.why })
  const lead = inWords(cx.program, verdict.witness, cx.model)
  return report(proofs.brokenPromise, span, {
    promise: promise.text,
    lead,
    test: testFor(promise, verdict.witness, cx),
  })
}

/** It fails as long as the promise is broken. */
function testFor({ span, kind, text }: Promised, witness: Witness, { model, program, nodeAt }: Findings) {
  const condition = written((nodeAt(span) as Ast.PromiseDecl).condition.span)
  const expectations = [kind === 'never' ? `not (${condition})` : condition]
  return { text: testOf(program, witness, { name: text, expectations, model }), end: endOf(model) }
}

/** Tests count only in the file that a model begins with. */
function endOf({ entry }: CheckedModel): Span {
  return { source: entry, start: entry.text.length, end: entry.text.length }
}
