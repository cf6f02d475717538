/** Explanations as Markdown: texts of models are shown as code, whatever signs are in them. */
import type { FailureExplanation } from '@merit-lang/language'
import type { Explanation, RuleExplanation, ScoreExplanation } from '@merit-lang/runtime'
import { rounded, signed } from './numbers.ts'
import { type Step, sawText, stepsOf, withoutTable } from './steps.ts'

/** In a fence that is longer than any in the text. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(run => run.length))
  const fence = '`'.repeat(longest + 1)
  const inner = /^`|`$/.test(line) ? ` ${line} ` : line
  return inner === '' ? '' : `${fence}${inner}${fence}`
}

/** In a table a bar ends the cell, even in code. */
const cell = (text: string) => code(text).replaceAll('|', '\\|')

/** A name or sentence that is not to be taken for Markdown. */
export const plain = (text: string) => text.replace(/[\\`*_{}[\]<>()#+!|~-]/g, '\\$&').replace(/\s+/g, ' ')

/** All that one lead comes to. */
export function explanationText({ explained, disqualified }: Explanation): string {
  const { scores, grades, stages } = explained
  const decisions = [
    ...grades.map(({ name, label }) => `${plain(name)}: **${plain(label)}**`),
    ...stages.map(({ name, holds }) => `${holds ? '✓' : '–'} ${plain(name)}`),
    ...disqualified.map(reason => `disqualified: ${plain(reason)}`),
  ]
  return paragraphs([...scores.map(scoreText), decisions.join(' · ')])
}

/** How what a failed expectation speaks of came about; empty where there is nothing to tell. */
export function failureText({ scores, grades, stages, rules, disqualifications }: FailureExplanation): string {
  return paragraphs([
    ...scores.map(scoreText),
    ...grades.map(({ name, label }) => `${plain(name)} is **${plain(label)}**`),
    ...stages.flatMap(({ lines }) =>
      lines.map(({ text, holds, saw }) => `${holds ? '✓' : '–'} ${code(text)}: ${code(saw.map(sawText).join(', '))}`),
    ),
    ...rules.map(ruleText),
    ...disqualifications.map(({ reason, holds }) => `${holds ? '✓' : '–'} disqualified: ${plain(reason)}`),
  ])
}

const paragraphs = (parts: readonly string[]) => parts.filter(part => part !== '').join('\n\n')

/** Rules that did not match are left out. */
function scoreText(score: ScoreExplanation): string {
  const rows = stepsOf(score).filter(({ outcome, points }) => outcome !== 'not matched' || points !== 0)
  const head = `**${plain(score.name)}** ${rounded(score.points)}`
  return rows.length === 0
    ? head
    : [head, '', '| points | rule | why |', '| ---: | :--- | :--- |', ...rows.map(rowText)].join('\n')
}

function rowText({ points, outcome, label, detail }: Step): string {
  return `| ${outcome === 'input missing' ? '?' : signed(points)} | ${cell(label)} | ${cell(detail)} |`
}

function ruleText({ id, outcome, points, saw, missing }: RuleExplanation): string {
  const why = outcome === 'input missing' ? `unknown: ${missing.join(', ')}` : saw.map(sawText).join(', ')
  return `${signed(points)} ${code(withoutTable(id))} ${outcome}${why === '' ? '' : `: ${code(why)}`}`
}
