/**
 * What a word of the language is: one record with its name, parameters, documentation, an example that is executed, and
 * `lower`, its meaning as kernel expressions. Checker, evaluator, explain, completion, reference page and highlighting
 * follow from the record. A vocabulary is the set of all words; the standard one is in `vocabulary.ts`.
 */
import type { EventSet, Expr, ValueType } from '@merit-lang/runtime'

export interface Word {
  readonly name: string
  /** As it is written, with `<…>` for what is filled in: `decay linear over <duration>`. */
  readonly form: string
  /** Meaning, units and edge cases, in one to three sentences for a marketer. */
  readonly doc: string
  /** A formula's or number's source. */
  readonly source?: string
  readonly example: WordExample
}

/** Executed: scoring the lead gives these points in the score `total`. */
export interface WordExample {
  readonly model: string
  /** Other files that the model imports, by path. */
  readonly files?: Readonly<Record<string, string>>
  readonly lead: Readonly<Record<string, unknown>>
  /** ISO instant; 2026-06-01T00:00:00Z if absent. */
  readonly now?: string
  readonly total: number
}

/** `title contains word "vp"`; the phrase with `any of` or `all of` follows by itself from the single form. */
export interface TextOperator extends Word {
  /** The words of the single form: `['starts', 'with']`. */
  readonly phrase: readonly string[]
  /** The words of `… any of […]`, and, if there is one, of `… all of […]`. */
  readonly anyPhrase: readonly string[]
  readonly allPhrase?: readonly string[]
  /** `pattern`: the operand is a literal that is looked at while compiling (`like`, `matches`), else any text. */
  readonly operand: 'text' | 'pattern'
  /** For a pattern: what is wrong with it, in a sentence, or nothing. */
  readonly problem?: (pattern: string) => string | undefined
  /** `text` is folded; for `operand: 'text'` so is `operand`, for `pattern` it is a `const` with the literal as written. */
  readonly lower: (text: Expr, operand: Expr) => Expr
  /** The same words on a list attribute (`interests contains pricing`), where they mean something. */
  readonly lowerList?: (list: Expr, item: Expr) => Expr
}

/** Slots of a decay's form: `<duration>` in ms, `<percent>` as a fraction, `<number>`. Everything else is a word. */
export type DecaySlot = '<duration>' | '<percent>' | '<number>'
export interface DecayShape extends Word {
  /** `['linear', 'over', '<duration>']`. */
  readonly phrase: readonly (DecaySlot | (string & {}))[]
  /** What is wrong with the slots' values, in a sentence, or nothing. */
  readonly problem?: (slots: readonly number[]) => string | undefined
  /** Points of an event from its points before decay and its age in ms. */
  readonly lower: (slots: readonly number[], amount: Expr, age: Expr) => Expr
  /** For hover and explain: "half is left after 30 days". `slots` as written, joined to their texts. */
  readonly describe: (slots: readonly string[]) => string
}

export type ParameterType = 'text' | 'number' | 'date'
export interface FunctionWord extends Word {
  readonly parameters: readonly ParameterType[]
  /** The last parameter may repeat. */
  readonly variadic?: boolean
  readonly returns: ParameterType
  /** Texts come unfolded. */
  readonly lower: (args: readonly Expr[]) => Expr
}

/** `sum of seconds in P`. `count` is a form of its own. */
export interface AggregateWord extends Word {
  /** What the property must be. */
  readonly of: 'number' | 'orderable' | 'any'
  readonly lower: (set: EventSet, of: Expr) => Expr
}

export interface Unit extends Word {
  readonly milliseconds: number
}

/** A type that is a single word. A range may follow where it is of numbers. */
export interface TypeWord extends Word {
  readonly type: ValueType
}

/** A modifier of an event rule that narrows which events count. `step` is its place in the fixed order. */
export interface LimitWord extends Word {
  readonly step: 1 | 2 | 4
  readonly lower: (
    set: EventSet,
    args: { readonly every?: number; readonly count: number; readonly per?: Expr },
  ) => EventSet
}

/** A keyword that is documented but whose meaning is a form (`when`, `on`, `cap`, `qualify` …). */
export type FormWord = Word

export interface Vocabulary {
  readonly textOperators: readonly TextOperator[]
  readonly decayShapes: readonly DecayShape[]
  readonly functions: readonly FunctionWord[]
  readonly aggregates: readonly AggregateWord[]
  readonly units: readonly Unit[]
  readonly types: readonly TypeWord[]
  readonly limits: readonly LimitWord[]
  readonly forms: readonly FormWord[]
}
