/** What may stand in quotes: values, files, names of rules, time zones. */
import { type Continuation, writtenText } from '@merit-lang/language'
import { type Completion, completion, ranks } from './item.ts'
import { frameOf, type Situation, subjectAt } from './situation.ts'
import { valuesOf } from './values.ts'

type Offer = (situation: Situation, way: Continuation) => readonly Completion[]

/** By the rule of the grammar that asks for a text. */
const offers: Readonly<Record<string, Offer>> = {
  literal: (situation, { frame }) => values(situation, frame),
  import: files,
  expectLine: situation => (situation.here.before.at(-1)?.text === 'rule' ? rules(situation) : reasons(situation)),
  timezone: () => Intl.supportedValuesOf('timeZone').map(zone => text(zone)),
}

export function textsAt(situation: Situation): readonly Completion[] {
  const { ways } = situation.here
  return ways.filter(({ kind }) => kind === 'Text').flatMap(way => offers[way.frame.rule]?.(situation, way) ?? [])
}

const text = (value: string, detail?: string): Completion =>
  completion(value, 'text', ranks.best, { insert: writtenText(value), detail })

/** Quoted whatever they are, since the quotes are there already. */
function values(situation: Situation, frame: Continuation['frame']): readonly Completion[] {
  const subject = frameOf(frame, 'named') ? undefined : subjectAt(situation, frame)
  return subject ? valuesOf(subject, ranks.best).map(item => ({ ...item, insert: writtenText(item.label) })) : []
}

function files({ paths, source }: Situation): readonly Completion[] {
  return paths
    .filter(path => path !== source.path)
    .map(path => ({ ...text(relative(source.path, path)), kind: 'file' as const }))
}

/** As an import writes it: from the folder of the file that names it. */
export function relative(from: string, to: string): string {
  const [folder, parts] = [from.split('/').slice(0, -1), to.split('/')]
  let shared = 0
  while (shared < folder.length && shared < parts.length - 1 && folder[shared] === parts[shared]) shared++
  const up = folder.slice(shared).map(() => '..')
  return [...(up.length > 0 ? up : ['.']), ...parts.slice(shared)].join('/')
}

/** Their labels: a rule without one is told by its text, which nobody types. */
function rules({ known: { understood } }: Situation): readonly Completion[] {
  const labels = understood.scores.flatMap(({ items = [] }) => labelsIn(items))
  return [...new Set(labels)].map(label => text(label, 'a rule'))
}

type Items = NonNullable<Situation['known']['understood']['scores'][number]['items']>

function labelsIn(items: Items): readonly string[] {
  return items.flatMap(item => {
    if (item.kind === 'group') return labelsIn(item.items)
    if (item.kind === 'default') return []
    return item.modifiers.flatMap(one => (one.kind === 'label' && one.text.kind === 'text' ? one.text.value : []))
  })
}

function reasons({ known: { understood } }: Situation): readonly Completion[] {
  return understood.disqualifications.flatMap(({ reason }) => (reason ? text(reason.value, 'a reason') : []))
}
