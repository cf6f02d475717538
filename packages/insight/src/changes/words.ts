/** Changes of a model in words: what, and each part of it before and after. */
import type { AspectChange, Change, Subject } from './change.ts'

export const marks = { added: '+', removed: '−', changed: '~' } as const satisfies { [K in Change['kind']]: string }

/** Whether it is called by a label or a text, which stands in quotes, rather than by a name. */
export const isQuoted = (subject: Subject) => labelled.has(subject)
const labelled: ReadonlySet<Subject> = new Set(['rule', 'multiplier', 'disqualification', 'promise'])

/** `rule “Large company” in fit`; the text of a promise says what it is. */
export function subjectText({ subject, name, within }: Change): string {
  const called = isQuoted(subject) ? `“${name}”` : name
  const place = within.length > 0 ? ` in ${within.join(' / ')}` : ''
  const words = [...(subject === 'promise' ? [] : [subject]), ...(called === '' ? [] : [called])]
  return `${words.join(' ')}${place}`
}

/** Each with its name, unless what it was and is begins with that, and what it was and is; also a new name or place. */
export function partsOf(
  change: Change,
): readonly (Pick<AspectChange, 'before' | 'after'> & { readonly what: string })[] {
  const { formerly, byText, formerlyWithin, name, within, aspects } = change
  const isSaid = formerly === undefined || (byText && aspects.length > 0)
  return [
    ...(isSaid ? [] : [{ what: 'name', before: formerly, after: name }]),
    ...(formerlyWithin ? [{ what: 'place', before: placeText(formerlyWithin), after: placeText(within) }] : []),
    ...aspects.map(({ aspect, ...sides }) => ({ what: says(aspect, sides) ? '' : aspect, ...sides })),
  ]
}

function says(aspect: string, { before, after }: Pick<AspectChange, 'before' | 'after'>): boolean {
  return [before, after].every(text => text === undefined || text.startsWith(`${aspect} `))
}

const placeText = (within: readonly string[]) => within.join(' / ') || 'outermost'
