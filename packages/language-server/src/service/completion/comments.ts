/** What may stand in comments that ignore findings: names of findings. */
import { ignorable, ignoredNameBefore, recordOf } from '@merit-lang/language'
import { type Completion, completion, filledIn, ranks } from './item.ts'
import type { Situation } from './situation.ts'

/** Replaces the word at the cursor, which may go on behind it. */
export function wordInComment({ source: { text }, offset }: Pick<Situation, 'source' | 'offset'>) {
  const typed = /[\w-]*$/.exec(text.slice(0, offset))?.[0] ?? ''
  const rest = /^[\w-]*/.exec(text.slice(offset))?.[0] ?? ''
  return { start: offset - typed.length, end: offset + rest.length }
}

export function commentsAt({ source: { text }, offset }: Situation): readonly Completion[] {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  const comment = line.slice(line.lastIndexOf('#'))
  if (ignoredNameBefore(comment) !== undefined) return names
  return /^#\s*\w*$/.test(comment) ? [opening] : []
}

const names = ignorable.map(name =>
  completion(name, 'value', ranks.best, { detail: recordOf(name)?.severity, documentation: () => recordOf(name)?.why }),
)

const opening = completion('merit ignore', 'snippet', ranks.snippet, {
  ...filledIn('merit ignore <name>: <reason>'),
  detail: 'Leaves a finding on this line, or on the next one, unsaid.',
})
