import type { Ast } from '@merit-lang/language'
import { pathOf, type Ranges } from '../ranges.ts'
import { atMost } from './at-most.ts'
import { type Hints, type InlayHint, note, type Shown } from './hint.ts'

/** What a score can reach, and what a rule can give that does not say it in one number. */
export const points: Hints = ({ project: { ranges }, shown }) =>
  shown.flatMap(({ node, above }: Shown): readonly InlayHint[] => {
    if (node.kind === 'score') return ofScore(ranges, node)
    return node.kind === 'rule' && 'trigger' in node ? ofRule(ranges, node, above) : []
  })

function ofScore(ranges: Ranges, { name, cap }: Ast.ScoreDecl): readonly InlayHint[] {
  const most = atMost(ranges, [name.text])
  return !most || most.text === written(cap) ? [] : [note(name.span.end, most.text, most.why)]
}

/** What its cap says already, and what one number says, nobody needs to be told. */
function ofRule(ranges: Ranges, rule: Ast.RuleDecl, above: readonly Ast.AnyNode[]): readonly InlayHint[] {
  const { action, trigger, modifiers, span } = rule
  const isTable = action.kind === 'pointsBy' || action.kind === 'pointsFirst'
  const isSum = action.kind === 'add' && (trigger.kind === 'on' || action.perMatch || action.amount.kind !== 'number')
  const most = isTable || isSum ? atMost(ranges, pathOf(rule, above)) : undefined
  const cap = modifiers.find(({ kind }) => kind === 'cap') as { readonly value: Ast.Expr } | undefined
  const said = [written(cap?.value), action.kind === 'add' ? written(action.amount) : '']
  return !most || most.points <= 0 || said.includes(most.text) ? [] : [note(span.end, most.text, most.why)]
}

const written = (points: Ast.Expr | undefined) => (points?.kind === 'number' ? ` at most ${points.value}` : '')
