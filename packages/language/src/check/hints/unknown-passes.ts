/** A negative test holds for unknown values: where an attribute may be unknown, the condition says whether that is meant. */
import { type Diagnostic, report as diagnose } from '../../diagnostics/diagnostic.ts'
import { unknownPasses } from '../../diagnostics/hints/unknown-passes.ts'
import type * as Ast from '../../syntax/ast.ts'
import type { CheckedModel } from '../model.ts'
import { attributesIn, conditionAround, isNegated, uncertainAttribute, written } from './conditions.ts'
import type { Hint } from './hint.ts'
import { nodesOf, parentOf, within } from './walk.ts'

/** A test of one value that may stand with a negative sign. */
type SignedTest = Ast.Membership | Ast.WordTest | Ast.AgeTest | Ast.MomentTest

const kinds = ['membership', 'wordTest', 'ageTest', 'momentTest'] as const satisfies readonly SignedTest['kind'][]

/** Conditions that decide about leads. In tests and promises a negative test is what it says. */
const deciding = new Set<Ast.AnyNode['kind']>([
  'when',
  'on',
  'qualify',
  'disqualify',
  'segment',
  'firstRow',
  'gradeRow',
  'score',
  'group',
])

export const hintUnknownPasses: Hint = (model, report) => {
  for (const test of kinds.flatMap<SignedTest>(kind => nodesOf(model, kind)))
    if (test.negated) consider(model, test, test.value, report)
  for (const test of nodesOf(model, 'binary')) if (test.operator === '!=') consider(model, test, test.left, report)
}

function consider(model: CheckedModel, test: Ast.Expr, value: Ast.Expr, report: (found: Diagnostic) => void): void {
  const attribute = uncertainAttribute(model, value)
  if (!attribute || isNegated(model, test)) return
  const condition = conditionAround(model, test)
  const place = parentOf(model, condition)
  if (!place || !deciding.has(place.kind) || asksWhetherKnown(model, condition, attribute.name)) return
  const params = { attribute: attribute.name, test: written(test), alone: condition === test }
  report(diagnose(unknownPasses, test.span, params))
}

function asksWhetherKnown(model: CheckedModel, condition: Ast.Expr, attribute: string): boolean {
  return within(condition, 'knownTest').some(test =>
    attributesIn(model, test.value).some(({ name }) => name === attribute),
  )
}
