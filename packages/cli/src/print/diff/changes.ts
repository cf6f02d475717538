/** Changes of a model in words: what, and each part of it before and after. */
import type { AspectChange, Change, Subject } from '@merit-lang/insight'
import { inside, quoted } from './account.ts'

export const marks = { added: '+', removed: '−', changed: '~' } satisfies { [K in Change['kind']]: string }

/** Rules are called by what they are labelled, or by their text. */
const labelled: ReadonlySet<Subject> = new Set(['rule', 'multiplier', 'disqualification', 'promise'])

/** `rule “Large company” in fit` */
export function subjectText({ subject, name, within }: Change): string {
  const called = labelled.has(subject) ? quoted(name) : name
  return `${subject}${called === '' ? '' : ` ${called}`}${inside(within)}`
}

/** Each with its name, unless what it was and is says it, and what it was and is; also a new name or place. */
export function partsOf(
  change: Change,
): readonly (Pick<AspectChange, 'before' | 'after'> & { readonly what: string })[] {
  const { formerly, formerlyWithin, name, within, aspects } = change
  return [
    ...(formerly === undefined ? [] : [{ what: 'name', before: formerly, after: name }]),
    ...(formerlyWithin ? [{ what: 'place', before: placeText(formerlyWithin), after: placeText(within) }] : []),
    ...aspects.map(({ aspect, ...sides }) => ({ what: says(aspect, sides) ? '' : aspect, ...sides })),
  ]
}

/** Both begin with the word. */
function says(aspect: string, sides: Pick<AspectChange, 'before' | 'after'>): boolean {
  return [sides.before, sides.after].every(text => text === undefined || text.startsWith(`${aspect} `))
}

const placeText = (within: readonly string[]) => within.join(' / ') || 'outermost'
