import type { StageSymbol } from '@merit-lang/language'
import { scoreReach } from '../reach/points.ts'
import { atMost } from './at-most.ts'
import { type Hints, type InlayHint, note } from './hint.ts'

/** Which score a stage reads, and that each of its lines is enough. */
export const stages: Hints = ({ project, source }) => {
  const { understood } = project.checked
  const lines = understood.stages.flatMap(stage => stage.lines.map((line, i) => ({ ...line, stage, i })))
  return lines
    .filter(({ declaration }) => declaration.span.source === source)
    .flatMap(({ stage, declaration: { at, of, span }, score, i }): readonly InlayHint[] => {
      const hidden = score?.declaration ? '' : score ? atMost(scoreReach(understood, score)) : ''
      const which = at && !of && score ? [note(at.span.end, ` of ${score.name}${hidden && `,${hidden}`}`, ofWhy)] : []
      return [...(i > 0 ? [note(span.start, 'or ', orWhy(stage))] : []), ...which]
    })
}

const ofWhy = 'Without `of`, a threshold reads the score `total`, or else the only one.'
const orWhy = ({ name }: StageSymbol) => `Several lines of \`${name}\`: either is enough.`
