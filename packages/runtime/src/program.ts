/**
 * The program: what a checked model means, and nothing else. Plain JSON, no functions, no cycles.
 *
 * Invariants that every reader may rely on:
 * - every index (attribute, event type, value, set, score, grade, stage) is in range;
 * - `values[i]` and `sets[i]` refer only to smaller indices, `scores[i]` reads only smaller scores,
 *   `grades[i]` only smaller grades, and `stages[i]` only smaller stages: one pass in order evaluates everything;
 * - expressions are well typed: no operation ever meets an operand of another kind than the one it names
 *   (or unknown, which is `null`);
 * - text operands of `equal`, `member`, `has`, `contains`, `startsWith`, `endsWith`, `containsWord`, `like` are folded,
 *   by a `fold` node or, for constants, at compile time.
 */

/** A value while scoring. Instants are milliseconds since 1970 UTC; texts and enum values are strings; `null` is unknown. */
export type Value = boolean | number | string | readonly string[] | null

/** What a lead's attribute or an event's property holds. `integer` is a number without fraction; `date` an instant. */
export type ValueType =
  | { readonly kind: 'text' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'number'; readonly integer: boolean; readonly range?: NumberRange }
  /** `values` absent: the model declares no list, any text is a value. Values keep the spelling of the declaration. */
  | { readonly kind: 'enum'; readonly values?: readonly string[] }
  | { readonly kind: 'list'; readonly values?: readonly string[] }

/** Absent bounds are open. `highOpen`: the high bound itself is outside (`10..<50`). `lowOpen`: `> 5`. */
export interface NumberRange {
  readonly low?: number
  readonly high?: number
  readonly lowOpen?: boolean
  readonly highOpen?: boolean
}

export interface Attribute {
  /** As written in the model: `company.tier`. */
  readonly name: string
  /** The key in the data: the flat key `key` is read first, then, where it has dots, the path. */
  readonly key: string
  readonly type: ValueType
  readonly required: boolean
  /** Folded values that count as unknown (`unknown in […]`). */
  readonly unknownIn: readonly string[]
}

export interface EventType {
  /** The value of `type` in the data; compared exactly. */
  readonly name: string
  readonly properties: readonly Attribute[]
}

/**
 * The offsets of the model's time zone: from `since[i]` (UTC milliseconds) on, local time is UTC + `offset[i]` milliseconds.
 * `since[0]` is -Infinity in meaning and stored as the smallest safe integer. UTC is one entry with offset 0.
 */
export interface Zone {
  readonly name: string
  /** False where the model does not say `timezone`: times without a zone in the data are then refused, not guessed. */
  readonly declared: boolean
  readonly since: readonly number[]
  readonly offset: readonly number[]
}

/** Parts of an instant in the model's time zone. The first four are numbers (weekday: Monday…Sunday as text); `…Start` are instants. */
export type CalendarPart = 'hour' | 'weekday' | 'week' | 'month' | 'hourStart' | 'dayStart' | 'weekStart' | 'monthStart'

/** A kernel expression. Meaning: `kernel/expressions.ts`. `null` (unknown) in gives `false` for tests and `null` for values. */
export type Expr =
  | { readonly op: 'const'; readonly value: Value }
  /** The lead's attribute. */
  | { readonly op: 'attribute'; readonly index: number }
  /** A property of the event at hand, by name; unknown where its type has none of that name. */
  | { readonly op: 'property'; readonly name: string }
  /** The instant of the event at hand. */
  | { readonly op: 'eventTime' }
  /** The instant for which the lead is scored. */
  | { readonly op: 'now' }
  /** Inside a decay: the event's points before decay. */
  | { readonly op: 'amount' }
  /** Inside a decay: the event's age in milliseconds, ≥ 0. */
  | { readonly op: 'age' }
  | { readonly op: 'value'; readonly index: number }
  /** In points, as a double. */
  | { readonly op: 'score'; readonly index: number }
  /** The label. */
  | { readonly op: 'grade'; readonly index: number }
  /** Whether the lead is in the stage, disqualification taken into account. */
  | { readonly op: 'stage'; readonly index: number }
  | { readonly op: 'not'; readonly of: Expr }
  | { readonly op: 'and'; readonly of: readonly Expr[] }
  | { readonly op: 'or'; readonly of: readonly Expr[] }
  | { readonly op: 'equal'; readonly left: Expr; readonly right: Expr }
  /** left < right, numbers or instants. */
  | { readonly op: 'less'; readonly left: Expr; readonly right: Expr }
  /** left ≤ right, numbers or instants. */
  | { readonly op: 'atMost'; readonly left: Expr; readonly right: Expr }
  | { readonly op: 'member'; readonly of: Expr; readonly values: readonly (string | number)[] }
  | { readonly op: 'known'; readonly of: Expr }
  /** Unicode simple lower case, code point by code point, U+0130 to `i`. */
  | { readonly op: 'fold'; readonly of: Expr }
  | { readonly op: 'contains'; readonly left: Expr; readonly right: Expr }
  | { readonly op: 'startsWith'; readonly left: Expr; readonly right: Expr }
  | { readonly op: 'endsWith'; readonly left: Expr; readonly right: Expr }
  /** `right` stands in `left` between non-letters (or the ends). */
  | { readonly op: 'containsWord'; readonly left: Expr; readonly right: Expr }
  /** The whole of `of` against `pattern`: `*` any run of characters, `?` any one. */
  | { readonly op: 'like'; readonly of: Expr; readonly pattern: string }
  /** Search, in time linear in the text. `source` is the pattern as written (RE2 syntax), `automaton` what runs. */
  | { readonly op: 'matches'; readonly of: Expr; readonly source: string; readonly automaton: Automaton }
  /** The list `list` has the folded text `item`. */
  | { readonly op: 'has'; readonly list: Expr; readonly item: Expr }
  /** Code points. */
  | { readonly op: 'length'; readonly of: Expr }
  /** What follows the last `@`, trimmed and folded; unknown without one. */
  | { readonly op: 'domain'; readonly of: Expr }
  | {
      readonly op: 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max'
      readonly left: Expr
      readonly right: Expr
    }
  | { readonly op: 'floor'; readonly of: Expr }
  | { readonly op: 'abs'; readonly of: Expr }
  /** 2^(−of) for of ≥ 0 by the language's own table and polynomial; 0 above 64. See `kernel/halve.ts`. */
  | { readonly op: 'halve'; readonly of: Expr }
  /** The value of the first case whose `when` holds, else `otherwise`. */
  | {
      readonly op: 'choose'
      readonly cases: readonly { readonly when: Expr; readonly then: Expr }[]
      readonly otherwise: Expr
    }
  | { readonly op: 'calendar'; readonly part: CalendarPart; readonly of: Expr }
  /** How many events. */
  | { readonly op: 'count'; readonly set: EventSet }
  /**
   * Over the known values of `of` for the events of `set`; unknown where there is none, except `sum` and `distinct`, which are 0.
   * `sum` adds whole millionths; `first` and `last` are by the order of events; texts are folded for `distinct`.
   */
  | {
      readonly op: 'aggregate'
      readonly how: 'sum' | 'min' | 'max' | 'first' | 'last' | 'distinct'
      readonly set: EventSet
      readonly of: Expr
    }

export type Op = Expr['op']
/** Also where one node kind has several operations (`add | subtract …`). */
export type ExprOf<K extends Op> = Expr extends infer E
  ? E extends { op: infer O }
    ? K extends O
      ? E
      : never
    : never
  : never

/** A set of the lead's events up to now, in order. Meaning: `kernel/sets.ts`. Every result is a subset of the lead's events. */
export type EventSet =
  /** Events whose type is one of these. */
  | { readonly op: 'events'; readonly types: readonly number[] }
  /** One event at the instant `of` if that is known and not after now; it has no properties. */
  | { readonly op: 'moment'; readonly of: Expr }
  | { readonly op: 'sharedSet'; readonly index: number }
  | { readonly op: 'filter'; readonly set: EventSet; readonly where: Expr }
  | { readonly op: 'union'; readonly sets: readonly EventSet[] }
  | { readonly op: 'except'; readonly set: EventSet; readonly without: EventSet }
  /** Each event of `second` that an event of `first` precedes in order by less than `within` ms (and with the same known `per`). */
  | {
      readonly op: 'then'
      readonly first: EventSet
      readonly second: EventSet
      readonly within: number
      readonly per?: Expr
    }
  /** Each event at which those of the last `within` ms (age < within) reach `count`, while at the previous one they were fewer. */
  | { readonly op: 'reach'; readonly set: EventSet; readonly count: number; readonly within: number }
  /** The `count`-th event of each known value of `per`. */
  | { readonly op: 'nth'; readonly set: EventSet; readonly count: number; readonly per: Expr }
  /** atLeast ≤ age < below, in ms; either may be absent. */
  | { readonly op: 'window'; readonly set: EventSet; readonly atLeast?: number; readonly below?: number }
  /** What is not earlier than the latest event of `last`; everything where that is empty. By time, not by order. */
  | { readonly op: 'since'; readonly set: EventSet; readonly last: EventSet }
  /** From the oldest: an event stays only if `every` ms have passed since the last that stayed. */
  | { readonly op: 'cooldown'; readonly set: EventSet; readonly every: number }
  /** The earliest `count` of all, or of each value of `per` (unknown is one value). */
  | { readonly op: 'earliest'; readonly set: EventSet; readonly count: number; readonly per?: Expr }
  /** The latest `count` of all, or of each value of `per` (unknown is one value). */
  | { readonly op: 'latest'; readonly set: EventSet; readonly count: number; readonly per?: Expr }

export type SetOp = EventSet['op']
export type EventSetOf<K extends SetOp> = Extract<EventSet, { op: K }>

/**
 * A compiled regular expression: a Thompson machine run over the code points of the folded text, as a search. Instruction 0 starts.
 * `split` goes on at both; `set` takes one code point inside (or, negated, outside) its inclusive ranges `[lo, hi, lo, hi, …]`.
 */
export type Instruction =
  | { readonly do: 'set'; readonly ranges: readonly number[]; readonly negated: boolean; readonly next: number }
  | { readonly do: 'split'; readonly next: number; readonly other: number }
  | {
      readonly do: 'assert'
      readonly what: 'start' | 'end' | 'lineStart' | 'lineEnd' | 'word' | 'notWord'
      readonly next: number
    }
  | { readonly do: 'match' }
export type InstructionOf<K extends Instruction['do']> = Extract<Instruction, { do: K }>
export type Automaton = readonly Instruction[]

/**
 * A condition and what explain shows of it. `parts` are its comparisons in the order of the text: each with the text as
 * written, whether it holds, and the values that it reads (attributes, aggregates, scores) with their texts.
 */
export interface Condition {
  readonly expr: Expr
  readonly parts: readonly ConditionPart[]
}
export interface ConditionPart {
  readonly text: string
  readonly holds: Expr
  readonly reads: readonly Read[]
}
export interface Read {
  readonly text: string
  readonly value: Expr
  /** How explain writes the value. */
  readonly as: 'text' | 'number' | 'boolean' | 'date' | 'list'
}

/**
 * One rule. Its cases are tried in order and the first whose `when` holds gives the points, once for the lead, or, where `on`
 * is there, once for each counted event (then `when` and `points` may read the event).
 * A plain `when C add N` has one case with C; `on P add N` one case without `when`.
 */
export interface Rule {
  readonly kind: 'rule'
  /** Its label, or its normalised text: unique in its block. */
  readonly id: string
  readonly labelled: boolean
  /** Only for leads for whom this holds: `on P when C`, `when C points by …`. Absent for `when C add N`, where C is the case's. */
  readonly when?: Condition
  readonly on?: OnEvents
  readonly cases: readonly Case[]
  /** What a table looks at (`points by V`). */
  readonly subject?: Read
  readonly cap?: Expr
  readonly floor?: Expr
  readonly weight?: number
  readonly span: SourceSpan
}
export interface Case {
  /** As written: `SaaS, Fintech`, `10..49`, `else`; empty for a rule that is no table. */
  readonly text: string
  readonly when?: Condition
  readonly points: Expr
  /** Texts and values that `points` reads, for explain and for "input missing". Empty for a plain number. */
  readonly reads: readonly Read[]
}
export interface OnEvents {
  /** First the bare pattern; then, one each, what reset, cooldown, first, windows and limits leave. The last is what counts. */
  readonly steps: readonly EventStep[]
  /** Points of one event after decay, from `amount` and `age`; absent without decay. */
  readonly decay?: { readonly text: string; readonly points: Expr }
}
export interface EventStep {
  /** As written: `once per asset`, `within 30d`, `since last unsubscribe`; for the first step the pattern itself. */
  readonly text: string
  readonly set: EventSet
}

export interface Multiplier {
  readonly kind: 'multiplier'
  readonly id: string
  readonly when: Condition
  /** ≥ 0. */
  readonly factor: number
  readonly span: SourceSpan
}

/** A group, or a score's body. Order: rules and groups, multipliers, cap and floor, weight, rounding to millionths. */
export interface Block {
  readonly kind: 'block'
  readonly name: string
  /** Where it does not hold the block gives 0. */
  readonly when?: Condition
  readonly items: readonly (Rule | Block)[]
  readonly multipliers: readonly Multiplier[]
  readonly cap?: Expr
  readonly floor?: Expr
  readonly weight?: number
  readonly span: SourceSpan
}

export type Score =
  | { readonly kind: 'rules'; readonly name: string; readonly block: Block; readonly doc: string }
  /** `score total = …`: unknown is 0; rounded to millionths, then bounded. */
  | {
      readonly kind: 'formula'
      readonly name: string
      readonly text: string
      readonly formula: Expr
      readonly reads: readonly Read[]
      readonly cap?: Expr
      readonly floor?: Expr
      readonly span: SourceSpan
      readonly doc: string
    }

/** The first case that holds gives the label, else `otherwise`; a joined grade puts the labels of earlier grades together. */
export type Grade =
  | {
      readonly kind: 'cases'
      readonly name: string
      readonly cases: readonly { readonly label: string; readonly when: Condition }[]
      readonly otherwise: string
      readonly span: SourceSpan
    }
  | { readonly kind: 'joined'; readonly name: string; readonly grades: readonly number[]; readonly span: SourceSpan }

export interface Stage {
  readonly name: string
  /** Either is enough. */
  readonly lines: readonly StageLine[]
}
export interface StageLine {
  readonly text: string
  readonly when: Condition
  /** The threshold, for `at N`. `when` already contains the comparison. */
  readonly at?: { readonly score: number; readonly threshold: Expr }
  /** Hysteresis, beside `at`: once on, the line stays on until its score is below this. Its meaning: `timeline/`. */
  readonly until?: Expr
  readonly span: SourceSpan
}

export interface Disqualification {
  readonly reason: string
  readonly when: Condition
  readonly span: SourceSpan
}

/** `never C when D`, `always C when D`. Broken by a lead for whom D holds and C does (`never`) or does not (`always`). */
export interface Promised {
  readonly kind: 'never' | 'always'
  readonly text: string
  readonly condition: Condition
  readonly given?: Condition
  readonly span: SourceSpan
}

/** Where something stands: path of the file, first line and column, counted from 1. */
export interface SourceSpan {
  readonly path: string
  readonly line: number
  readonly column: number
}

export interface Program {
  /** The version of the language whose meaning this is. */
  readonly language: string
  /** `model "…"`, or empty. */
  readonly name: string
  /** Twelve hexadecimal digits that change when the meaning changes, and not when only spaces, comments or places do. */
  readonly revision: string
  readonly zone: Zone
  readonly attributes: readonly Attribute[]
  readonly events: readonly EventType[]
  readonly values: readonly Expr[]
  readonly sets: readonly EventSet[]
  readonly scores: readonly Score[]
  readonly grades: readonly Grade[]
  readonly stages: readonly Stage[]
  readonly disqualifications: readonly Disqualification[]
  readonly promises: readonly Promised[]
  /** Forms that are checked but that this version cannot run; an evaluator refuses a program that has any, naming the line. */
  readonly unsupported: readonly { readonly what: string; readonly span: SourceSpan }[]
}
