/** Parts of one kind, paired: what was added, removed or changed among them. */
import type { AspectChange, Change, Subject } from './change.ts'
import { inOrder, type Pairs } from './pairs.ts'
import type { Versions } from './versions.ts'

/** Parts of one kind, each with its name and place. */
export interface Kind<T> {
  readonly subject: Subject
  readonly name: (one: T) => string
  /** Results tell it by its name; else that is its text. */
  readonly shown: boolean
  readonly span: (one: T) => Change['before']
  readonly aspects: (before: T, after: T, versions: Versions) => readonly AspectChange[]
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
    const only = (before ?? after) as T
    return [
      { kind: before === undefined ? 'added' : 'removed', ...head, name: kind.name(only), aspects: [], ...places },
    ]
  }
  const [formerly, name] = [kind.name(before), kind.name(after)]
  const aspects = kind.aspects(before, after, versions)
  if (aspects.length === 0 && (formerly === name || !kind.shown)) return []
  const called = { formerly, ...(!kind.shown && { byText: true as const }) }
  return [{ kind: 'changed', ...head, name, ...(formerly !== name && called), aspects, ...places }]
}
