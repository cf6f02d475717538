/** Which values of an attribute a model names. */
import { type Ast, type AttributeSymbol, ancestorsOf, type CheckedModel, nodesOf } from '@merit-lang/language'
import { fold } from '@merit-lang/runtime'

export type Named = ReadonlyMap<AttributeSymbol, ReadonlySet<string>>

/**
 * Folded, by attribute; none for an attribute that is read in other ways too: what asks about it without naming values, names
 * what it is not, or has an `else`, may be about all of them.
 */
export function namedValues(model: CheckedModel): Named {
  const named = new Map<AttributeSymbol, Set<string>>()
  const others = new Set<AttributeSymbol>()
  const plain = namings(model)
  for (const [name, meaning] of model.meanings) {
    if (meaning.kind !== 'attribute' || name.kind !== 'name') continue
    const values = plain.get(name)
    if (!values) others.add(meaning)
    else named.set(meaning, new Set([...(named.get(meaning) ?? []), ...values.map(fold)]))
  }
  for (const attribute of others) named.delete(attribute)
  return named
}

/** Tests that hold for some values, by what is tested. */
function namings(model: CheckedModel): ReadonlyMap<Ast.AnyNode, readonly string[]> {
  const equal = nodesOf(model, 'binary').filter(({ operator }) => operator === '=')
  const others = [...nodesOf(model, 'membership'), ...nodesOf(model, 'wordTest')].filter(({ negated }) => !negated)
  const tests = [
    ...equal.map(test => ({ test, of: test.left, values: test.right })),
    ...others.map(test => ({ test, of: test.value, values: test.kind === 'membership' ? test.in : test.operand })),
  ]
  const plain = tests.filter(({ test }) => ![...ancestorsOf(model, test)].some(isNot))
  return new Map(plain.map(({ of, values }) => [of, valuesIn(values, model)]))
}

function isNot(node: Ast.AnyNode): boolean {
  return node.kind === 'unary' && node.operator === 'not'
}

function valuesIn(node: Ast.Expr | Ast.Range, model: CheckedModel): readonly string[] {
  if (node.kind === 'list') return node.elements.flatMap(element => valuesIn(element, model))
  if (node.kind === 'paren') return valuesIn(node.inner, model)
  const meaning = node.kind === 'name' ? model.meanings.get(node) : undefined
  if (meaning?.kind === 'list') return meaning.values.map(String)
  const value = node.kind === 'range' ? undefined : nameOfValue(node, model)
  return value === undefined ? [] : [value]
}

/** Of a value as it stands in a list or beside an `=`, in the spelling of its declaration. */
export function nameOfValue(element: Ast.Expr, { meanings }: CheckedModel): string | undefined {
  if (element.kind === 'text') return element.value
  const meaning = element.kind === 'name' ? meanings.get(element) : undefined
  return meaning?.kind === 'symbol' ? meaning.value : undefined
}
