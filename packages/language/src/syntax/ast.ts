/**
 * The tree of a Merit file: forms as written, words not yet looked up. Always whole: where text was missing or broken
 * stands a `hole`, about which the parser has already spoken, so that nobody downstream reports it again.
 */
import type { Span } from './source.ts'

interface At {
  readonly span: Span
}

/** A name as meant (backticks and escapes removed). */
export interface Ident extends At {
  readonly kind: 'ident'
  readonly text: string
  /** Written in backticks: never a keyword. */
  readonly quoted: boolean
}

// ---------------------------------------------------------------- expressions

export type Expr =
  | NameExpr
  | NumberLit
  | PercentLit
  | DurationLit
  | DateLit
  | TextLit
  | BooleanLit
  | Unary
  | Binary
  | Membership
  | WordTest
  | KnownTest
  | AgeTest
  | MomentTest
  | Quantified
  | Aggregate
  | DaysSince
  | Call
  | ListLit
  | Paren
  | Hole

/** A name or a path with dots: attribute, property, `let`, segment, symbol …: the checker decides. `lead.x` in a pattern has path [lead, x]. */
export interface NameExpr extends At {
  readonly kind: 'name'
  readonly path: readonly Ident[]
}
export interface NumberLit extends At {
  readonly kind: 'number'
  readonly value: number
}
/** `25%` has value 0.25. */
export interface PercentLit extends At {
  readonly kind: 'percent'
  readonly value: number
}
export interface DurationLit extends At {
  readonly kind: 'duration'
  readonly value: number
  /** As written: `d`, `min` …; looked up in the table of units by the checker. */
  readonly unit: string
}
/** `2026-06-01` (a whole day) or an instant. `text` as written; `valid` is false for `2026-02-31`. */
export interface DateLit extends At {
  readonly kind: 'date'
  readonly text: string
  readonly dayOnly: boolean
}
export interface TextLit extends At {
  readonly kind: 'text'
  /** Escapes resolved. */
  readonly value: string
}
export interface BooleanLit extends At {
  readonly kind: 'boolean'
  readonly value: boolean
}
export interface Unary extends At {
  readonly kind: 'unary'
  readonly operator: '-' | 'not'
  readonly operand: Expr
}
export type BinaryOperator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/'
export interface Binary extends At {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly left: Expr
  readonly right: Expr
}
/** `x in 10..49`, `x not in [a, b]`, `x in competitors`. */
export interface Membership extends At {
  readonly kind: 'membership'
  readonly negated: boolean
  readonly value: Expr
  readonly in: Range | Expr
}
/** `title contains any word of ["VP"]`: `words` is the phrase between value and operand, looked up in the table of text operators. */
export interface WordTest extends At {
  readonly kind: 'wordTest'
  readonly negated: boolean
  readonly value: Expr
  readonly words: readonly Ident[]
  readonly operand: Expr
}
/** `is known`, `is not known`, `is unknown`. */
export interface KnownTest extends At {
  readonly kind: 'knownTest'
  /** True for `is not known` and `is unknown`. */
  readonly negated: boolean
  readonly value: Expr
}
/** `created within 30d`, `created older than 90d`, `renewal in next 30d`, of a date value. */
export interface AgeTest extends At {
  readonly kind: 'ageTest'
  readonly negated: boolean
  readonly value: Expr
  readonly relation: 'within' | 'older' | 'next'
  /** A duration or the name of a `let` that is one. */
  readonly duration: Expr
}
export interface MomentTest extends At {
  readonly kind: 'momentTest'
  readonly negated: boolean
  readonly value: Expr
  readonly relation: 'before' | 'after'
  /** A date, `now` (a name), a date attribute or `let`. */
  readonly moment: Expr
}
export interface Quantified extends At {
  readonly kind: 'quantified'
  readonly quantifier: 'any' | 'no' | 'at least' | 'at most' | 'exactly'
  /** For the last three. */
  readonly count?: Expr
  readonly pattern: Pattern
}
/** `count of P`, `count of distinct asset in P`, `sum of seconds in P`: `name` is looked up in the table of aggregates. */
export interface Aggregate extends At {
  readonly kind: 'aggregate'
  readonly name: Ident
  readonly distinct: boolean
  /** Absent for `count of P`. */
  readonly of?: Expr
  readonly pattern: Pattern
}
/** `days since last P`, `days since first P`, `days since created`. */
export interface DaysSince extends At {
  readonly kind: 'daysSince'
  readonly which?: 'first' | 'last'
  readonly of: Pattern | Expr
}
export interface Call extends At {
  readonly kind: 'call'
  readonly name: Ident
  readonly args: readonly Expr[]
}
export interface ListLit extends At {
  readonly kind: 'list'
  readonly elements: readonly Expr[]
}
/** Kept so that the formatter keeps it. */
export interface Paren extends At {
  readonly kind: 'paren'
  readonly inner: Expr
}
export interface Hole extends At {
  readonly kind: 'hole'
}

/** `10..49`, `10..<50`, `500..`, `< 10`, `>= 500`. Bounds are numbers, dates, `let` names or expressions in parentheses. */
export interface Range extends At {
  readonly kind: 'range'
  /** As written, so that the formatter keeps it: `..` or an order sign. */
  readonly form: '..' | '..<' | '<' | '<=' | '>' | '>='
  readonly low?: Expr
  readonly high?: Expr
}

export interface Pattern extends At {
  readonly kind: 'pattern'
  readonly name: Ident
  /** Absent without parentheses. A lone value is compared with the primary property. */
  readonly args?: readonly Expr[]
  readonly windows: readonly Window[]
}
export type Window =
  | ({ readonly kind: 'within' | 'older'; readonly duration: Expr } & At)
  | ({ readonly kind: 'sinceLast'; readonly pattern: Pattern } & At)

// ---------------------------------------------------------------- statements

export interface File extends At {
  readonly kind: 'file'
  readonly statements: readonly Statement[]
}

export type Statement =
  | ModelName
  | Timezone
  | Import
  | Lead
  | EventDecl
  | ListDecl
  | Let
  | Segment
  | ScoreDecl
  | GradeDecl
  | Qualify
  | Disqualify
  | PromiseDecl
  | Test
  | Item

/** What may stand in a score or group, and outside any block (then it belongs to the score `total`). */
export type Item = RuleDecl | Group | Default

/** `doc` are the lines of `##` comments right before it, joined by newlines, without the signs; empty if none. */
interface Documented extends At {
  readonly doc: string
}

export interface ModelName extends Documented {
  readonly kind: 'model'
  readonly name: TextLit | Hole
}
export interface Timezone extends Documented {
  readonly kind: 'timezone'
  readonly name: TextLit | Hole
}
export interface Import extends Documented {
  readonly kind: 'import'
  readonly path: TextLit | Hole
}
export interface Lead extends Documented {
  readonly kind: 'lead'
  readonly fields: readonly Field[]
}
/** An attribute or property (`type`), or a nested record (`fields`). */
export interface Field extends Documented {
  readonly kind: 'field'
  readonly name: Ident
  readonly type?: TypeExpr
  readonly fields?: readonly Field[]
}
export interface TypeExpr extends At {
  readonly kind: 'type'
  /** `one of […]`, `list of […]`, `list of text`, or a name looked up in the table of types. */
  readonly base: 'one' | 'list' | 'named'
  readonly name?: Ident
  readonly values?: ListLit
  readonly range?: Range
  readonly required: boolean
  /** `unknown in […]` or `unknown in some_list`. */
  readonly unknownIn?: Expr
  /** `from "Country Code"`. */
  readonly from?: TextLit
}
export interface EventDecl extends Documented {
  readonly kind: 'event'
  readonly name: Ident
  readonly fields?: readonly Field[]
  readonly derivation?: Derivation
}
export type Derivation =
  | ({ readonly kind: 'union'; readonly patterns: readonly Pattern[]; readonly except: readonly Pattern[] } & At)
  | ({
      readonly kind: 'then'
      readonly first: Pattern
      readonly second: Pattern
      readonly within: Expr
      readonly per?: Ident
    } & At)
  | ({ readonly kind: 'reach'; readonly count: Expr; readonly pattern: Pattern; readonly within: Expr } & At)
  | ({ readonly kind: 'nth'; readonly count: Expr; readonly pattern: Pattern; readonly per: Ident } & At)
export interface ListDecl extends Documented {
  readonly kind: 'listDecl'
  readonly name: Ident
  readonly list: ListLit | Hole
}
export interface Let extends Documented {
  readonly kind: 'let'
  readonly name: Ident
  readonly value: Expr
}
export interface Segment extends Documented {
  readonly kind: 'segment'
  readonly name: Ident
  readonly condition: Expr
}

/** What stands before a block's `{`. */
export interface BlockHead {
  readonly cap?: Expr
  readonly floor?: Expr
  readonly weight?: Expr
  readonly when?: Expr
}
export interface ScoreDecl extends Documented, BlockHead {
  readonly kind: 'score'
  readonly name: Ident
  /** `score heat of account { … }`: parsed and checked, not evaluated by this version. */
  readonly ofAccount: boolean
  /** One of the two. */
  readonly items?: readonly Item[]
  readonly formula?: Expr
}
export interface Group extends Documented, BlockHead {
  readonly kind: 'group'
  readonly name: Ident
  readonly items: readonly Item[]
}
/** `default decay …`, `default within …`, `default cooldown …`. */
export interface Default extends Documented {
  readonly kind: 'default'
  readonly setting: DecayMod | CooldownMod | WindowMod
}

/** A sentence that gives points, multiplies or resets. */
export interface RuleDecl extends Documented {
  readonly kind: 'rule'
  readonly trigger: Trigger
  readonly action: Action
  readonly modifiers: readonly Modifier[]
}
export type Trigger =
  /** A bare `points by …`. */
  | ({ readonly kind: 'always' } & At)
  | ({ readonly kind: 'when'; readonly condition: Expr } & At)
  | ({ readonly kind: 'on'; readonly pattern: Pattern; readonly when?: Expr } & At)
export type Action =
  | ({
      readonly kind: 'add'
      readonly sign: 'add' | 'subtract'
      readonly amount: Expr
      readonly perMatch: boolean
    } & At)
  | ({ readonly kind: 'pointsBy'; readonly subject: Expr; readonly rows: readonly ByRow[] } & At)
  | ({ readonly kind: 'pointsFirst'; readonly rows: readonly FirstRow[] } & At)
  | ({ readonly kind: 'multiply'; readonly factor: Expr } & At)
  | ({ readonly kind: 'reset' } & At)
  | Hole
export interface ByRow extends At {
  readonly kind: 'byRow'
  readonly cases: readonly Case[]
  readonly points: Expr
}
export type Case =
  | ({ readonly kind: 'value'; readonly value: Expr } & At)
  | Range
  | ({ readonly kind: 'unknown' } & At)
  | ({ readonly kind: 'else' } & At)
export interface FirstRow extends At {
  readonly kind: 'firstRow'
  /** Absent: `else`. */
  readonly condition?: Expr
  readonly points: Expr
}

export type Modifier =
  | CooldownMod
  | DecayMod
  | WindowMod
  | ({ readonly kind: 'first'; readonly count?: Expr; readonly per?: Ident } & At)
  | ({ readonly kind: 'once'; readonly per?: Ident } & At)
  | ({ readonly kind: 'atMost'; readonly count: Expr; readonly per?: Ident } & At)
  | ({ readonly kind: 'cap' | 'floor'; readonly value: Expr } & At)
  | ({ readonly kind: 'weight'; readonly value: Expr } & At)
  | ({ readonly kind: 'label'; readonly text: TextLit | Hole } & At)
  | ({ readonly kind: 'no'; readonly what: 'decay' | 'within' | 'cooldown' } & At)
export interface CooldownMod extends At {
  readonly kind: 'cooldown'
  readonly duration: Expr
}
export interface WindowMod extends At {
  readonly kind: 'window'
  readonly window: Window
}
/** `phrase` is everything between `decay` and `after`: words and quantities, looked up in the table of decay shapes. */
export interface DecayMod extends At {
  readonly kind: 'decay'
  readonly phrase: readonly PhrasePart[]
  readonly after?: Expr
}
/** A quantity that is a lone name in a phrase is an `ident`: the shape's form says whether it is a word or a `let`. */
export type PhrasePart = Ident | NumberLit | PercentLit | DurationLit | Paren

export interface GradeDecl extends Documented {
  readonly kind: 'grade'
  readonly name: Ident
  readonly from?: Ident
  /** Of `{ … }`. */
  readonly rows?: readonly GradeRow[]
  readonly otherwise?: Label
  /** Of `grade cell = tier + level`. */
  readonly joined?: readonly Ident[]
}
/** A name, digits or text. */
export interface Label extends At {
  readonly kind: 'label'
  readonly text: string
}
export interface GradeRow extends At {
  readonly kind: 'gradeRow'
  readonly label: Label
  /** One of the two. */
  readonly at?: Expr
  readonly when?: Expr
}
export interface Qualify extends Documented {
  readonly kind: 'qualify'
  /** Absent: `qualified`. */
  readonly stage?: Ident
  readonly at?: Expr
  readonly of?: Ident
  readonly until?: Expr
  readonly when?: Expr
}
export interface Disqualify extends Documented {
  readonly kind: 'disqualify'
  /** Absent: the condition's text. */
  readonly reason?: TextLit
  readonly condition: Expr
}
export interface PromiseDecl extends Documented {
  readonly kind: 'promise'
  readonly quantity: 'never' | 'always'
  readonly condition: Expr
  readonly given?: Expr
}

// ---------------------------------------------------------------- tests

export interface Test extends Documented {
  readonly kind: 'test'
  readonly name: TextLit | Hole
  readonly lines: readonly TestLine[]
}
export type TestLine =
  | ({ readonly kind: 'now'; readonly at: DateLit | Hole } & At)
  | ({ readonly kind: 'leadData'; readonly fields: readonly DataField[] } & At)
  | ({
      readonly kind: 'eventData'
      readonly type: Ident
      readonly args: readonly DataArg[]
      readonly ago?: Expr
      readonly at?: DateLit | Hole
    } & At)
  | ({ readonly kind: 'expect'; readonly in?: Expr; readonly that: Expectation } & At)
export interface DataField extends At {
  readonly kind: 'dataField'
  readonly name: Ident
  readonly value?: DataValue
  /** A nested record. */
  readonly fields?: readonly DataField[]
}
/** A literal, a symbol (name), a list, a negative number (unary), or `unknown`. */
export type DataValue = Expr | ({ readonly kind: 'unknownValue' } & At)
/** `path: "/pricing"`, or a lone value for the primary property. */
export interface DataArg extends At {
  readonly kind: 'dataArg'
  readonly name?: Ident
  readonly value: DataValue
}
export type Expectation =
  | ({ readonly kind: 'holds'; readonly condition: Expr } & At)
  | ({
      readonly kind: 'rule'
      readonly label: TextLit | Hole
      readonly outcome: 'matched' | 'not matched' | 'input missing'
    } & At)
  | ({ readonly kind: 'disqualified'; readonly negated: boolean; readonly reason?: TextLit } & At)

export type AnyNode =
  | File
  | Statement
  | Field
  | TypeExpr
  | Derivation
  | Trigger
  | Action
  | ByRow
  | Case
  | FirstRow
  | Modifier
  | Window
  | Pattern
  | Range
  | Expr
  | GradeRow
  | Label
  | TestLine
  | DataField
  | DataArg
  | DataValue
  | Expectation
  | Ident
