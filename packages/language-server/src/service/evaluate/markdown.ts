/** Explanations as Markdown: rules are shown as code, whatever signs are in them. */
import type { FailureExplanation } from '@merit-lang/language'
import type { Explanation, RuleExplanation, ScoreExplanation } from '@merit-lang/runtime'
import { inline, paragraphs, prose } from '../describe/markdown.ts'
import { rounded, signed } from './numbers.ts'
import { type Step, sawText, stepsOf, withoutTable } from './steps.ts'

/** On one line; nothing for nothing. */
const code = (text: string) => (text === '' ? '' : inline(text.replace(/\s+/g, ' ')))

/** In a table a bar ends the cell, even in code. */
const cell = (text: string) => code(text).replaceAll('|', '\\|')

/** Words with values of data in them: no sign in it is markup, not even a backtick. */
const plain = (text: string) => text.replace(/\s+/g, ' ').split('`').map(prose).join('\\`')

/** All that one lead comes to. */
export function explanationText({ explained, disqualified }: Explanation): string {
  const { scores, grades, stages } = explained
  const decisions = [
    ...grades.map(({ name, label }) => `${prose(name)}: **${prose(label)}**`),
    ...stages.map(({ name, holds }) => `${holds ? '✓' : '–'} ${prose(name)}`),
    ...disqualified.map(reason => `disqualified: ${prose(reason)}`),
  ]
  return paragraphs(...scores.map(scoreText), decisions.join(' · '))
}

/** How what a failed expectation speaks of came about; empty where there is nothing to tell. */
export function failureText({ scores, grades, stages, rules, disqualifications }: FailureExplanation): string {
  return paragraphs(
    ...scores.map(scoreText),
    ...grades.map(({ name, label }) => `${prose(name)} is **${prose(label)}**`),
    ...stages.flatMap(({ lines }) =>
      lines.map(({ text, holds, saw }) => `${holds ? '✓' : '–'} ${code(text)}: ${code(saw.map(sawText).join(', '))}`),
    ),
    ...rules.map(ruleText),
    ...disqualifications.map(({ reason, holds }) => `${holds ? '✓' : '–'} disqualified: ${prose(reason)}`),
  )
}

/** Rules that did not match are left out. */
function scoreText(score: ScoreExplanation): string {
  const rows = stepsOf(score).filter(({ outcome, points }) => outcome !== 'not matched' || points !== 0)
  const head = `**${prose(score.name)}** ${rounded(score.points)}`
  return rows.length === 0
    ? head
    : [head, '', '| points | rule | why |', '| ---: | :--- | :--- |', ...rows.map(rowText)].join('\n')
}

function rowText({ points, outcome, label, detail }: Step): string {
  return `| ${outcome === 'input missing' ? '?' : signed(points)} | ${cell(label)} | ${plain(detail)} |`
}

function ruleText({ id, outcome, points, saw, missing }: RuleExplanation): string {
  const why = outcome === 'input missing' ? `unknown: ${missing.join(', ')}` : saw.map(sawText).join(', ')
  return `${signed(points)} ${code(withoutTable(id))} ${outcome}${why === '' ? '' : `: ${code(why)}`}`
}
