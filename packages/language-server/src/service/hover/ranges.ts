/** Between which points scores and rules are, and leads that show it, in Markdown. */
import { type EndAnatomy, type Ends, inWords, rangeInWords } from '@merit-lang/analysis'
import { paragraphs, prose } from '../describe/markdown.ts'
import type { Project } from '../workspace.ts'

/** Nothing where it is not proved yet. */
export function scoreText(name: string, project: Project): string | undefined {
  const ends = project.ranges.of([name])
  return ends && paragraphs(`Leads have ${rangeInWords(ends)} points.`, examplesText(ends, project))
}

/** A lead for each end, but of 0, which most leads have, and of what has no end. */
export function examplesText({ least, most }: Ends, project: Project): string {
  return [exampleText('most', most, project), exampleText('least', least, project)]
    .filter(text => text !== undefined)
    .join('\n')
}

function exampleText(end: string, { points, reached, witness }: EndAnatomy, project: Project): string | undefined {
  const program = project.lowered()?.program
  if (!program || !witness || points === null || (reached ?? points) === 0) return undefined
  return `- ${end}: ${prose(inWords(program, witness, project.checked.model))}`
}
