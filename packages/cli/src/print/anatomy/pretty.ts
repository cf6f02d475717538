/** The anatomy of a model for a terminal. */
import type { Screen } from '../../terminal.ts'
import { onOneLine, painter } from '../paint.ts'
import { type AnatomyOptions, contents } from './account.ts'
import { inputLines, outcomeLines, promiseLines } from './outcomes.ts'
import type { Page } from './page.ts'
import { scoreLines } from './scores.ts'

const widest = 110

export function renderAnatomy(options: AnatomyOptions, screen: Screen): string {
  const page: Page = { ...options, paint: painter(screen.color), width: Math.min(widest, screen.width) }
  const { anatomy, paint, model } = page
  const revision = paint.dim(`revision ${anatomy.revision}`)
  const title = anatomy.name === '' ? paint.bold(model) : `${paint.bold(onOneLine(anatomy.name))}  ${paint.dim(model)}`
  const sections = [
    [`${title}  ${revision}`, paint.dim(contents(anatomy))],
    ...anatomy.scores.map(score => scoreLines(score, page)),
    outcomeLines(page),
    promiseLines(page),
    inputLines(page),
    legend(page),
  ]
  return sections
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')
}

/** What marks mean, where there are any. */
function legend({ anatomy, paint }: Page): string[] {
  const isOpen = JSON.stringify(anatomy).includes('"exact":false')
  return isOpen
    ? [paint.dim('≤, ≥, at most, at least: proved, but no lead was found that goes so far. ?: no bound was found.')]
    : []
}
