/** The decay that a rule takes from its block, spelled out; and back. */
import { type Ast, textOf } from '@merit-lang/language'
import { decayPlace, inheritedDecay, saysDecay } from '../../defaults.ts'
import { insert, replace } from '../edits.ts'
import { type Refactoring, ruleAt } from '../selection.ts'
import { spaced } from './rows.ts'

export const decay: Refactoring = at => {
  const rule = ruleAt(at)
  const inherited = rule && inheritedDecay(at.path, at.file, at.project)
  if (!rule || !inherited || rule.trigger.kind !== 'on') return []
  const said = rule.modifiers.find(one => one.kind === 'decay')
  if (said && spaced(said) === spaced(inherited))
    return [spoken(`Leave out \`${spaced(said)}\`, which holds by default`, () => [replace(withSpace(said), '')])]
  if (said || saysDecay(rule)) return []
  const place = decayPlace(rule)
  return [spoken(`Spell out \`${spaced(inherited)}\``, () => [insert(at.source, place, ` ${textOf(inherited.span)}`)])]
}

const spoken = (title: string, edits: () => ReturnType<typeof replace>[]) => ({
  title,
  kind: 'refactor.rewrite' as const,
  edits,
})

const withSpace = ({ span }: Ast.AnyNode) => ({
  ...span,
  start: span.source.text.slice(0, span.start).trimEnd().length,
})
