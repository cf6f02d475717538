/** The readable account of one lead's scores. */
import type { Explanation } from '@merit-lang/runtime'
import type { Screen } from '../../terminal.ts'
import { onOneLine, painter } from '../paint.ts'
import { decisionLines } from './decisions.ts'
import type { Layout } from './layout.ts'
import { scoreLines } from './scores.ts'

const widest = 110

export function renderExplanation(explanation: Explanation, screen: Screen, model: string, all: boolean): string {
  const layout: Layout = { paint: painter(screen.color), width: Math.min(widest, screen.width), all }
  const { paint } = layout
  const head = `${paint.bold(onOneLine(explanation.id ?? ''))}  ${paint.dim(`${model}, for ${explanation.at}, revision ${explanation.revision}`)}`
  const scores = explanation.explained.scores.flatMap(score => ['', ...scoreLines(score, layout)])
  const decisions = decisionLines(explanation, layout)
  return [head, ...scores, ...(decisions.length > 0 ? ['', ...decisions] : [])].join('\n')
}
