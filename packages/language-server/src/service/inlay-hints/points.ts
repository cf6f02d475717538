import type { Ast, Understood } from '@merit-lang/language'
import { ruleReach, scoreReach } from '../reach/points.ts'
import { atMost } from './at-most.ts'
import { type Hints, type InlayHint, note, type Shown } from './hint.ts'

/** What a score can reach, and what a rule can give that does not say it in one number. */
export const points: Hints = ({ project, shown }) => {
  const { understood } = project.checked
  return shown.flatMap(({ node }: Shown): readonly InlayHint[] => {
    if (node.kind === 'score') return ofScore(understood, node)
    return node.kind === 'rule' && 'trigger' in node ? ofRule(understood, node) : []
  })
}

function ofScore(understood: Understood, declaration: Ast.ScoreDecl): readonly InlayHint[] {
  const score = understood.scores.find(one => one.declaration === declaration)
  const text = score ? atMost(scoreReach(understood, score)) : ''
  return text === '' || text === written(declaration.cap) ? [] : [note(declaration.name.span.end, text, scoreWhy)]
}

const scoreWhy =
  'All that its rules can give together, within their bounds. Whether one lead can have it all was not looked at.'

/** What its cap says already, and what one number says, nobody needs to be told. */
function ofRule(understood: Understood, rule: Ast.RuleDecl): readonly InlayHint[] {
  const { action, trigger, modifiers, span } = rule
  const isTable = action.kind === 'pointsBy' || action.kind === 'pointsFirst'
  const isSum = action.kind === 'add' && (trigger.kind === 'on' || action.perMatch || action.amount.kind !== 'number')
  const cap = modifiers.find(({ kind }) => kind === 'cap') as { readonly value: Ast.Expr } | undefined
  const reach = ruleReach(understood, rule)
  const said = [written(cap?.value), action.kind === 'add' ? written(action.amount) : '']
  const text = (isTable || isSum) && reach.high > 0 ? atMost(reach) : ''
  return text === '' || said.includes(text) ? [] : [note(span.end, text, ruleWhy)]
}

const written = (points: Ast.Expr | undefined) => (points?.kind === 'number' ? ` at most ${points.value}` : '')

const ruleWhy = 'The most that this rule gives a lead, before anything fades.'
