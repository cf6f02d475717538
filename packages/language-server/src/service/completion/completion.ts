/** What may be typed at a place: words of the language that the grammar lets stand there, and names of the model that fit. */
import { continuationsAt, type SourceText, type Understood } from '@merit-lang/language'
import { knownOf } from '../known.ts'
import type { Place } from '../workspace.ts'
import { commentsAt, wordInComment } from './comments.ts'
import { type Completion, completion, ranks } from './item.ts'
import { namesAt } from './names.ts'
import { sensibleWays } from './sense.ts'
import { frameOf, outer, type Situation } from './situation.ts'
import { remainingRows, snippetsAt } from './snippets.ts'
import { textsAt } from './texts.ts'
import { unitsAt, wordsAt } from './words.ts'

export interface Completions {
  /** What they replace. */
  readonly start: number
  readonly end: number
  /** Best first, each label once for each kind. */
  readonly items: readonly Completion[]
}

export function completionsAt(
  { workspace, project, source, offset }: Place,
  paths: readonly string[] = [],
): Completions {
  return completionsIn(
    source,
    offset,
    project.known() ?? project.checked.understood,
    paths.length > 0 ? paths : workspace.projects.map(({ path }) => path),
  )
}

/** `understood` may be older than the text. */
export function completionsIn(
  source: SourceText,
  offset: number,
  understood: Understood,
  paths: readonly string[],
): Completions {
  const here = continuationsAt(source, offset)
  const allowed: Situation = { source, offset, here, known: knownOf(understood), paths }
  const situation = { ...allowed, here: { ...here, ways: sensibleWays(allowed) } }
  const { start, end } = here.inside === 'comment' ? wordInComment(situation) : here
  return { start, end, items: inOrder(offered[here.inside](situation)) }
}

const offered = {
  comment: commentsAt,
  text: textsAt,
  code: inCode,
} satisfies { [I in Situation['here']['inside']]: (situation: Situation) => readonly Completion[] }

function inCode(situation: Situation): readonly Completion[] {
  const { here, source, offset } = situation
  if (/^\d/.test(source.text.slice(here.start, offset))) return unitsAt(situation)
  const names = here.ways.filter(({ kind }) => kind === 'Name').flatMap(({ frame }) => namesAt(situation, frame))
  const inRows = here.ways.some(({ frame }) => outer(frame) === 'byRow')
  return [
    ...names,
    ...wordsAt(situation),
    ...unknowns(situation),
    ...snippetsAt(situation),
    ...(inRows || here.ways.some(({ kind, frame }) => kind === 'Name' && frameOf(frame, 'case'))
      ? remainingRows(names)
      : []),
    ...textsAt(situation).filter(({ kind }) => kind !== 'value'),
  ]
}

/** Not keywords, and yet words of the language: what nothing is known of. */
function unknowns({ here: { ways } }: Situation): readonly Completion[] {
  const asks = (rule: string) => ways.some(({ kind, frame }) => kind === 'Name' && frameOf(frame, rule))
  const isCase = asks('case')
  const isTest = asks('knownTest')
  return [
    ...(isTest ? [completion('known', 'keyword', ranks.best, { detail: 'There is a value.' })] : []),
    ...(isTest || isCase ? [completion('unknown', 'keyword', ranks.good, { detail: 'There is no value.' })] : []),
  ]
}

function inOrder(items: readonly Completion[]): readonly Completion[] {
  const once = new Map<string, Completion>()
  for (const item of items) {
    const key = `${item.kind} ${item.label}`
    const before = once.get(key)
    if (!before || item.rank < before.rank) once.set(key, item)
  }
  return [...once.values()].sort((a, b) => a.rank - b.rank)
}
