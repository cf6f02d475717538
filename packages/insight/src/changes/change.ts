/**
 * What differs in meaning between two versions of a model. Plain data. Where something stands, how it is laid out, in what order, and
 * what it is called where nothing but explanations show it, is no difference.
 */
import type { SourceSpan } from '@merit-lang/runtime'

export interface Changes {
  /** By subject, the model and its data first, outcomes last; within that in the order of the later text; what was removed stands where it stood. */
  readonly entries: readonly Change[]
}

export type Subject =
  | 'rule'
  | 'multiplier'
  | 'group'
  | 'score'
  | 'grade'
  | 'stage'
  | 'disqualification'
  | 'promise'
  | 'attribute'
  | 'event'
  /** Of an event, which is what it is `within`. */
  | 'property'
  /** A `let`, a segment or a derived event that both versions name; what is built on it is not listed for that alone. */
  | 'definition'
  | 'model'

export interface Change {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly subject: Subject
  /** A rule's label or text; a name. Of what was changed, as it is called now. */
  readonly name: string
  /** As it was called before, where that differs. */
  readonly formerly?: string
  /** Where `formerly` is there: both names are texts, for want of a label, and differ in what the aspects say. */
  readonly byText?: true
  /** The score and the groups around it, from the outside: `['fit', 'firmographics']`; a property's event. */
  readonly within: readonly string[]
  /** The same, before, where it was moved into another. */
  readonly formerlyWithin?: readonly string[]
  /** Which of its parts are different; of what was added or removed only those of labelled rules and of stages. Empty for what was only moved or renamed. */
  readonly aspects: readonly AspectChange[]
  readonly before?: SourceSpan
  readonly after?: SourceSpan
}

/**
 * One part, as it is written, or, where that is the same or not known, as what it stands for is written; absent where there was, or is,
 * none.
 */
export interface AspectChange {
  readonly aspect: Aspect
  readonly before?: string
  readonly after?: string
}

export type Aspect =
  | 'points'
  | 'condition'
  | 'pattern'
  | 'rows'
  | 'window'
  | 'limit'
  | 'decay'
  | 'cap'
  | 'floor'
  | 'weight'
  | 'factor'
  | 'formula'
  | 'threshold'
  | 'until'
  | 'labels'
  | 'type'
  | 'key'
  | 'values'
  | 'unknown'
  | 'required'
  | 'range'
  | 'timezone'
  | 'definition'
