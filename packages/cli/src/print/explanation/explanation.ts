/** The readable account of one lead's scores. */
import type { Explanation, Zone } from '@merit-lang/runtime'
import type { Forecast } from '@merit-lang/runtime/forecast'
import type { Screen } from '../../terminal.ts'
import { onOneLine, painter } from '../paint.ts'
import { decisionLines } from './decisions.ts'
import { forecastLines } from './forecast.ts'
import type { Layout } from './layout.ts'
import { scoreLines } from './scores.ts'

const widest = 110

/** With what comes, where that was asked for. */
export type Account = Explanation & { readonly forecast?: Forecast }

export interface ExplanationOptions {
  readonly model: string
  /** Of the model. */
  readonly zone: Zone
  readonly all: boolean
}

export function renderExplanation(explanation: Account, screen: Screen, options: ExplanationOptions): string {
  const { model, zone, all } = options
  const layout: Layout = { paint: painter(screen.color), width: Math.min(widest, screen.width), zone, all }
  const { paint } = layout
  const head = `${paint.bold(onOneLine(explanation.id ?? ''))}  ${paint.dim(`${model}, for ${explanation.at}, revision ${explanation.revision}${zone.name === 'UTC' ? '' : `, times in ${zone.name}`}`)}`
  const scores = explanation.explained.scores.flatMap(score => ['', ...scoreLines(score, layout)])
  const decisions = decisionLines(explanation, layout)
  const ahead = explanation.forecast ? forecastLines(explanation.forecast, layout) : []
  return [head, ...scores, ...section(decisions), ...section(ahead)].join('\n')
}

const section = (lines: readonly string[]) => (lines.length > 0 ? ['', ...lines] : [])
