/** Tests that speak of rules by name. */
import type { Ast, CheckedModel } from '@merit-lang/language'
import type { MutationPlace } from './mutation.ts'

export function rulesNamedIn({ lines }: Ast.Test): readonly string[] {
  return lines.flatMap(line =>
    line.kind === 'expect' && line.that.kind === 'rule' && line.that.label.kind === 'text'
      ? [line.that.label.value]
      : [],
  )
}

/** Of the rules without which a test could not be read, the first that names them. */
export function namingTests(
  { tests }: CheckedModel,
  places: readonly MutationPlace[],
  isWanted: (name: string) => boolean,
): ReadonlyMap<MutationPlace, string> {
  const first = firstNaming(tests, isWanted)
  const rules = places.filter(({ kind }) => kind === 'rule')
  const isAlone = (name: string) => rules.filter(one => one.name === name).length === 1
  return new Map(
    rules.flatMap(place => {
      const test = first.get(place.name)
      return test !== undefined && isAlone(place.name) ? [[place, test] as const] : []
    }),
  )
}

/** By the name of the rule. */
function firstNaming(tests: readonly Ast.Test[], isWanted: (name: string) => boolean): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  for (const test of tests) {
    const name = test.name.kind === 'text' ? test.name.value : ''
    if (isWanted(name)) for (const rule of rulesNamedIn(test)) if (!first.has(rule)) first.set(rule, name)
  }
  return first
}
