/** What is known of a whole rule, told at its first word. */
import type { Ends } from '@merit-lang/analysis'
import { type Ast, ruleId, textOf } from '@merit-lang/language'
import { code, inline, paragraphs, prose } from '../describe/markdown.ts'
import { innermost } from '../nodes.ts'
import { pathOf, scoreAround } from '../ranges.ts'
import type { Project } from '../workspace.ts'
import { tidy } from './literals.ts'
import { examplesText } from './ranges.ts'

/** `path`: the nodes around its first word, outermost first. */
export function ruleText(rule: Ast.RuleDecl, path: readonly Ast.AnyNode[], project: Project): string {
  const { id, labelled } = ruleId(rule)
  const name = labelled ? `The rule ${inline(id)}` : 'A rule'
  const known = labelled ? undefined : paragraphs('Without a label it is known by its text:', code(id))
  const ends = project.ranges.of(pathOf(rule, path))
  const gives = givesOf(rule, ends)
  return paragraphs(
    `${name} of ${blockOf(path)}${gives && `: ${gives}`}.`,
    ends && examplesText(ends, project),
    known,
    prose(rule.doc),
  )
}

function blockOf(path: readonly Ast.AnyNode[]): string {
  const group = innermost(path, 'group')
  const whole = `the score ${inline(scoreAround(path))}`
  return group ? `the group ${inline(group.name.text)} in ${whole}` : whole
}

/** Nothing where that is not proved yet. */
function givesOf({ action }: Ast.RuleDecl, ends: Ends | undefined): string {
  if (action.kind === 'multiply') return `multiplies what the block gives by ${inline(textOf(action.factor.span))}`
  if (action.kind === 'reset') return 'what happened earlier counts nothing in the block'
  return ends ? pointsText(ends) : ''
}

/** Nothing is always possible, so that one of the ends is often 0. */
function pointsText({ least: { points: low }, most: { points: high } }: Ends): string {
  if (low === null || high === null) return openText(low, high)
  if (low < 0 && high > 0) return `from ${tidy(low)} to ${tidy(high)} points`
  if (low < 0) return `takes away at most ${points(-low)}`
  return high > 0 ? `gives at most ${points(high)}` : 'gives no points'
}

function openText(low: number | null, high: number | null): string {
  if (low === 0) return 'gives points, without an upper bound'
  if (high === 0) return 'takes points away, without a bound'
  return 'gives and takes points, without a bound'
}

const points = (count: number) => `${tidy(count)} ${count === 1 ? 'point' : 'points'}`
