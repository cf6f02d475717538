/** What is known of a whole rule, told at its first word. */
import { type Ast, ruleId, textOf, type Understood } from '@merit-lang/language'
import { code, inline, paragraphs, prose } from '../describe/markdown.ts'
import { innermost } from '../nodes.ts'
import { ruleReach } from '../reach/points.ts'
import type { Reach } from '../reach/reach.ts'
import { tidy } from './literals.ts'

/** `path`: the nodes around its first word, outermost first. */
export function ruleText(rule: Ast.RuleDecl, path: readonly Ast.AnyNode[], understood: Understood): string {
  const { id, labelled } = ruleId(rule)
  const name = labelled ? `The rule ${inline(id)}` : 'A rule'
  const known = labelled ? undefined : paragraphs('Without a label it is known by its text:', code(id))
  return paragraphs(`${name} of ${blockOf(path)}: ${givesOf(rule, understood)}.`, known, prose(rule.doc))
}

function blockOf(path: readonly Ast.AnyNode[]): string {
  const [group, score] = [innermost(path, 'group'), innermost(path, 'score')]
  const whole = `the score ${inline(score?.name.text ?? 'total')}`
  return group ? `the group ${inline(group.name.text)} in ${whole}` : whole
}

function givesOf(rule: Ast.RuleDecl, understood: Understood): string {
  const { action } = rule
  if (action.kind === 'multiply') return `multiplies what the block gives by ${inline(textOf(action.factor.span))}`
  if (action.kind === 'reset') return 'what happened earlier counts nothing in the block'
  return pointsText(ruleReach(understood, rule))
}

/** Nothing is always possible, so that one of the ends is often 0. */
function pointsText({ low, high }: Reach): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return openText(low, high)
  if (low < 0 && high > 0) return `from ${tidy(low)} to ${tidy(high)} points`
  if (low < 0) return `takes away at most ${points(-low)}`
  return high > 0 ? `gives at most ${points(high)}` : 'gives no points'
}

function openText(low: number, high: number): string {
  if (low === 0) return 'gives points, without an upper bound'
  if (high === 0) return 'takes points away, without a bound'
  return 'gives and takes points, without a bound'
}

const points = (count: number) => `${tidy(count)} ${count === 1 ? 'point' : 'points'}`
