/** Types: the plain ones, how they are called for people, and which fit each other. */
import { weekdays } from '@merit-lang/runtime'
import type { ParameterType } from '../words/word.ts'
import type { Type } from './model.ts'

export type Kind = Type['kind']

export const text: Type = { kind: 'text' }
export const boolean: Type = { kind: 'boolean' }
export const date: Type = { kind: 'date' }
export const duration: Type = { kind: 'duration' }
export const number: Type = { kind: 'number', integer: false }
export const integer: Type = { kind: 'number', integer: true }
export const symbol: Type = { kind: 'enum' }
export const list: Type = { kind: 'list' }
export const weekday: Type = { kind: 'enum', values: weekdays }
/** What a word of the vocabulary says it takes or gives. */
export const ofWords = { text, number, date } satisfies { [K in ParameterType]: Type }
/** Something about which an error was already reported. */
export const broken: Type = { kind: 'broken' }

const nouns = {
  text: 'text',
  boolean: 'true or false',
  date: 'a date',
  duration: 'a length of time',
  number: 'a number',
  enum: 'one value out of several',
  list: 'a list',
  broken: 'something unclear',
} satisfies { [K in Kind]: string }

/** With its article, for the middle of a sentence: `a number`. */
export function nounOf(type: Type): string {
  return type.kind === 'number' && type.integer ? 'a whole number' : nouns[type.kind]
}

/** Holds text, of whatever choice. */
export function isTextual({ kind }: Type): boolean {
  return kind === 'text' || kind === 'enum'
}

/** Whether values of the two can ever be equal. */
export function comparable(a: Type, b: Type): boolean {
  if (a.kind === 'broken' || b.kind === 'broken') return true
  return a.kind === b.kind || (isTextual(a) && isTextual(b))
}

export function isOrdered({ kind }: Type): boolean {
  return kind === 'number' || kind === 'date' || kind === 'broken'
}
