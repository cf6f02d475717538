import type { StageSymbol } from '@merit-lang/language'
import { atMost } from './at-most.ts'
import { type Hints, type InlayHint, note } from './hint.ts'

/** Which score a stage reads, and that each of its lines is enough. */
export const stages: Hints = ({ project, source }) => {
  const { checked, ranges } = project
  const lines = checked.understood.stages.flatMap(stage => stage.lines.map((line, i) => ({ ...line, stage, i })))
  return lines
    .filter(({ declaration }) => declaration.span.source === source)
    .flatMap(({ stage, declaration: { at, of, span }, score, i }): readonly InlayHint[] => {
      const hidden = score && !score.declaration ? atMost(ranges, [score.name]) : undefined
      const most = hidden ? `,${hidden.text}` : ''
      const which = at && !of && score ? [note(at.span.end, ` of ${score.name}${most}`, ofWhy)] : []
      return [...(i > 0 ? [note(span.start, 'or ', orWhy(stage))] : []), ...which]
    })
}

const ofWhy = 'Without `of`, a threshold reads the score `total`, or else the only one.'
const orWhy = ({ name }: StageSymbol) => `Several lines of \`${name}\`: either is enough.`
