/** One of the values that an attribute is declared to have is named nowhere, while nearly all others are. */
import { type AttributeSymbol, type CheckedModel, type Diagnostic, nodesOf, proofs, report } from '@merit-lang/language'
import { fold } from '@merit-lang/runtime'
import type { FindingCheck } from './finding.ts'
import { namedValues, nameOfValue } from './named-values.ts'

/** So many named values make one that is not named conspicuous. */
const enough = 4

export const findValuesNeverScored: FindingCheck = function* ({ model }) {
  const named = namedValues(model)
  for (const attribute of model.attributes) yield* unnamed(attribute, named.get(attribute), model)
}

function* unnamed(
  { name, type, span }: AttributeSymbol,
  named: ReadonlySet<string> | undefined,
  model: CheckedModel,
): Generator<Diagnostic | undefined> {
  const values = type.kind === 'enum' || type.kind === 'list' ? (type.values ?? []) : []
  const left = values.filter(value => !named?.has(fold(value)))
  if (!named || left.length * enough > values.length - left.length) return
  const field = nodesOf(model, 'field').find(one => one.name.span === span)
  for (const element of field?.type?.values?.elements ?? []) {
    const value = nameOfValue(element, model)
    const isLeft = value !== undefined && left.includes(value)
    yield isLeft ? report(proofs.valueNeverScored, element.span, { attribute: name, value }) : undefined
  }
}
