import { defineDiagnostic } from '../diagnostic.ts'

export interface ResetOutsideBlock {
  readonly event: string
}

export const resetOutsideBlock = defineDiagnostic<ResetOutsideBlock>({
  name: 'reset-outside-block',
  severity: 'error',
  message: ({ event }) =>
    `\`on ${event} reset\` forgets the history of the block that it stands in, and stands in none. Put it with its rules into a \`score\` or \`group\`.`,
  why: 'A reset is about the rules beside it: for them everything before the latest such event does not count.',
  bad: 'on visit add 5\non unsubscribe reset',
  good: 'score engagement {\n  on visit add 5\n  on unsubscribe reset\n}',
})
