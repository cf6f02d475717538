/** What hovering over a score or a threshold adds: how the score spreads over the samples. */
import type { Ast } from '@merit-lang/language'
import { formatInstant, type Program } from '@merit-lang/runtime'
import { innermost, nodesAt } from '../nodes.ts'
import { nameOf } from '../samples/find.ts'
import { type Place, treeAt } from '../workspace.ts'
import { histogram, middleOf, thresholdsOf } from './distribution.ts'
import type { Samples } from './evaluations.ts'
import { counted, day, rounded } from './numbers.ts'
import type { Spread } from './spread.ts'

/** In Markdown. Nothing where the place is about no score, or there is no lead. */
export function spreadText(place: Place, program: Program, samples: Samples, spread: Spread): string | undefined {
  const name = scoreAt(place)
  const index = program.scores.findIndex(score => score.name === name)
  const points = spread.scores[index]
  if (!points || points.length === 0) return undefined
  const { min, median, max } = middleOf(points)
  const leads = `${counted(spread.count, 'sample')} of ${nameOf(samples.path)} as of ${day(formatInstant(spread.now))}`
  const thresholds = thresholdsOf(place.project, program).filter(({ score }) => score === index)
  const middle = `min ${rounded(min)}, median ${rounded(median)}, max ${rounded(max)} over ${leads}`
  return `${middle}\n\n\`\`\`text\n${histogram(points, thresholds)}\n\`\`\``
}

/** The score that is named here, or that the threshold here is compared with. */
export function scoreAt(place: Place): string | undefined {
  const tree = treeAt(place)
  if (!tree) return undefined
  const path = nodesAt(tree, place.offset)
  return named(place, path) ?? compared(place, path)
}

function named({ project }: Place, path: readonly Ast.AnyNode[]): string | undefined {
  const { meanings } = project.checked.understood
  const [name, ident, score] = [innermost(path, 'name'), innermost(path, 'ident'), innermost(path, 'score')]
  const meaning = (name && meanings.get(name)) ?? (ident && meanings.get(ident))
  if (meaning?.kind === 'score') return meaning.name
  return score && ident === score.name ? score.name.text : undefined
}

/** `at 50` of a stage, `A at 80` of a grade, and the name of the stage. */
function compared({ project }: Place, path: readonly Ast.AnyNode[]): string | undefined {
  const [line, grade, row] = [innermost(path, 'qualify'), innermost(path, 'grade'), innermost(path, 'gradeRow')]
  if (row?.at && path.includes(row.at)) return grade?.from?.text
  if (!line || ![line.at, line.stage].some(part => part && path.includes(part))) return undefined
  const { stages } = project.checked.understood
  return stages.flatMap(({ lines }) => lines).find(({ declaration }) => declaration === line)?.score?.name
}
