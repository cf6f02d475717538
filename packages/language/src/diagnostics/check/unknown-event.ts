import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'

export interface UnknownEvent {
  readonly name: string
  readonly suggestion: string | undefined
  /** The kind of an attribute of that name. */
  readonly attribute?: string
}

export const unknownEvent = defineDiagnostic<UnknownEvent>({
  name: 'unknown-event',
  severity: 'error',
  message: ({ name, suggestion, attribute }) =>
    attribute
      ? `\`${name}\` is an attribute and no event. Only an attribute that is a date can stand here, as one event at that time.`
      : `There is no event \`${name}\`.${didYouMean(suggestion)}`,
  why: 'Once one event is declared with `event`, every event that a rule names must be. A misspelt event would otherwise be one that never happens.',
  fixes: ({ suggestion }, span) => (suggestion ? [replaceWith(span, suggestion)] : []),
  bad: 'event download\nevent webinar\non downlaod add 10\non webinar add 20',
  good: 'event download\nevent webinar\non download add 10\non webinar add 20',
})
