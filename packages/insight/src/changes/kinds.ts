/** Parts of one kind, paired: what was added, removed or changed among them. */
import type { Program } from '@merit-lang/runtime'
import type { AspectChange, Change, Subject } from './change.ts'
import { inOrder, type Pairs } from './pairs.ts'
import type { Versions } from './versions.ts'

export type Told = Pick<AspectChange, 'aspect'> & { readonly text: string }

/** Parts of one kind, each with its name and place. */
export interface Kind<T> {
  readonly subject: Subject
  readonly name: (one: T) => string
  /** Results tell it by its name; else that is its text. */
  readonly shown: boolean
  readonly span: (one: T) => Change['before']
  readonly aspects: (before: T, after: T, versions: Versions) => readonly AspectChange[]
  /** What one is that has no partner, where its name does not say it. */
  readonly told?: (one: T, program: Program) => readonly Told[]
}

export function changesOf<T>(
  before: readonly T[],
  after: readonly T[],
  pairs: Pairs<T>,
  kind: Kind<T>,
  versions: Versions,
): readonly Change[] {
  return inOrder(before, after, pairs).flatMap(([one, other]) => changeOf(one, other, kind, versions))
}

function changeOf<T>(
  before: T | undefined,
  after: T | undefined,
  kind: Kind<T>,
  versions: Versions,
): readonly Change[] {
  const head = { subject: kind.subject, within: [] }
  const was = before !== undefined && kind.span(before)
  const is = after !== undefined && kind.span(after)
  const places = { ...(was && { before: was }), ...(is && { after: is }) }
  if (before === undefined || after === undefined) {
    return [{ ...lone((before ?? after) as T, before === undefined ? 'added' : 'removed', kind, versions), ...places }]
  }
  const [formerly, name] = [kind.name(before), kind.name(after)]
  const aspects = kind.aspects(before, after, versions)
  if (aspects.length === 0 && (formerly === name || !kind.shown)) return []
  const called = { formerly, ...(!kind.shown && { byText: true as const }) }
  return [{ kind: 'changed', ...head, name, ...(formerly !== name && called), aspects, ...places }]
}

function lone<T>(one: T, change: 'added' | 'removed', kind: Kind<T>, { programs }: Versions): Change {
  const [program, side] = change === 'added' ? ([programs[1], 'after'] as const) : ([programs[0], 'before'] as const)
  const told = kind.told?.(one, program) ?? []
  const aspects = told.map(({ aspect, text }) => ({ aspect, [side]: text }))
  return { kind: change, subject: kind.subject, within: [], name: kind.name(one), aspects }
}
