/**
 * The checked model: every name resolved, every expression typed, every form in order of use. It exists only for texts
 * without errors (`Checked.model`), so that whoever holds one need not ask again.
 */
import type { CalendarPart } from '@merit-lang/runtime'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type * as Ast from '../syntax/ast.ts'
import type { SourceText, Span } from '../syntax/source.ts'
import type { Vocabulary } from '../words/word.ts'
import type { LoadedFile } from './load.ts'

/** `values` absent: no list declared, any value. `list` without values: of any text. */
export type Type =
  | { readonly kind: 'text' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'number'; readonly integer: boolean; readonly range?: ModelRange }
  | {
      readonly kind: 'enum'
      readonly values?: readonly string[]
      /** The grade whose labels the values are. */
      readonly of?: string
    }
  | { readonly kind: 'list'; readonly values?: readonly string[] }
  /** Something about which an error was already reported. Fits everything; never in a checked model. */
  | { readonly kind: 'broken' }

export interface ModelRange {
  readonly low?: number
  readonly high?: number
  readonly lowOpen?: boolean
  readonly highOpen?: boolean
}

export interface AttributeSymbol {
  readonly kind: 'attribute'
  /** With dots where nested. */
  readonly name: string
  readonly key: string
  readonly type: Type
  readonly required: boolean
  readonly unknownIn: readonly string[]
  /** Declared in a `lead` block, or only used. */
  readonly declared: boolean
  readonly doc: string
  /** The name in its declaration, or its first use. */
  readonly span: Span
}
export interface PropertySymbol {
  readonly kind: 'property'
  readonly name: string
  readonly key: string
  readonly type: Type
  readonly required: boolean
  readonly unknownIn: readonly string[]
  readonly declared: boolean
  readonly doc: string
  readonly span: Span
}
/** An event type of the data. */
export interface EventSymbol {
  readonly kind: 'event'
  readonly name: string
  readonly declared: boolean
  /** The first declared one is the primary one; where none is declared, `subject` is. */
  readonly properties: readonly PropertySymbol[]
  readonly doc: string
  readonly span: Span
}
/** `event x from …`. */
export interface DerivedSymbol {
  readonly kind: 'derived'
  readonly name: string
  readonly declaration: Ast.EventDecl
  /** The event types whose events it may hold; properties are those that any of them has. */
  readonly types: readonly EventSymbol[]
  readonly span: Span
}
export interface ListSymbol {
  readonly kind: 'list'
  readonly name: string
  /** In order, without repeats. */
  readonly values: readonly (string | number)[]
  readonly builtIn: boolean
  readonly declaration?: Ast.ListDecl
  readonly span?: Span
}
export interface LetSymbol {
  readonly kind: 'let'
  readonly name: string
  readonly type: Type
  readonly declaration: Ast.Let
  readonly span: Span
}
export interface SegmentSymbol {
  readonly kind: 'segment'
  readonly name: string
  readonly declaration: Ast.Segment
  readonly span: Span
}
export interface ScoreSymbol {
  readonly kind: 'score'
  readonly name: string
  /** Absent for a `total` made of rules outside any block. */
  readonly declaration?: Ast.ScoreDecl
  /** For a score of rules: those of its block, or, for the implicit `total`, all outside any block, imported files first. */
  readonly items?: readonly Ast.Item[]
  readonly span: Span
}
export interface GradeSymbol {
  readonly kind: 'grade'
  readonly name: string
  readonly labels: readonly string[]
  readonly declaration: Ast.GradeDecl
  readonly span: Span
}
export interface StageSymbol {
  readonly kind: 'stage'
  readonly name: string
  readonly lines: readonly {
    readonly declaration: Ast.Qualify
    /** The score that `at` reads. */
    readonly score?: ScoreSymbol
  }[]
  readonly span: Span
}

/** What a name stands for, where it stands. */
export type Meaning =
  | AttributeSymbol
  | EventSymbol
  | DerivedSymbol
  | ListSymbol
  | LetSymbol
  | SegmentSymbol
  | ScoreSymbol
  | GradeSymbol
  | StageSymbol
  /** A property of the event at hand. */
  | { readonly kind: 'eventProperty'; readonly name: string; readonly type: Type }
  /** `at` of the event at hand. */
  | { readonly kind: 'eventTime' }
  /** `hour`, `day` … of the event at hand, as a value in a condition. */
  | { readonly kind: 'calendar'; readonly part: CalendarPart }
  | { readonly kind: 'now' }
  /** A value of an enum or list; `value` in the spelling of its declaration where there is one. */
  | { readonly kind: 'symbol'; readonly value: string }

declare const checked: unique symbol

/**
 * What is known of a model, also of one with errors: a name that could not be resolved has no meaning here, and what an error
 * was reported about is of the type `broken`. For editors; only a `CheckedModel` is translated.
 */
export interface Understood {
  readonly vocabulary: Vocabulary
  /** The file that was checked. */
  readonly entry: SourceText
  /** Entry first, then imported files. */
  readonly files: readonly LoadedFile[]
  readonly name: string
  /** IANA name; absent: UTC. */
  readonly timezone?: string
  /** Declared ones in the order of declaration, else in the order of first use. */
  readonly attributes: readonly AttributeSymbol[]
  readonly events: readonly EventSymbol[]
  /** Each after those that it is built on. The same order holds for all that follow. */
  readonly derived: readonly DerivedSymbol[]
  readonly lists: readonly ListSymbol[]
  readonly lets: readonly LetSymbol[]
  readonly segments: readonly SegmentSymbol[]
  readonly scores: readonly ScoreSymbol[]
  readonly grades: readonly GradeSymbol[]
  readonly stages: readonly StageSymbol[]
  readonly disqualifications: readonly Ast.Disqualify[]
  readonly promises: readonly Ast.PromiseDecl[]
  /** Of the entry file only. */
  readonly tests: readonly Ast.Test[]
  /** For every expression, also inside patterns, tables and tests. */
  readonly types: ReadonlyMap<Ast.Expr, Type>
  /** For every `NameExpr`, every pattern's name, every `per` and `of` name, and every lone pattern argument that is a symbol. */
  readonly meanings: ReadonlyMap<Ast.NameExpr | Ast.Ident, Meaning>
  /** What each definition is built on directly. */
  readonly uses: ReadonlyMap<Meaning, ReadonlySet<Meaning>>
}

export interface CheckedModel extends Understood {
  readonly [checked]: true
}

export interface Checked {
  readonly understood: Understood
  /** Only without errors. */
  readonly model?: CheckedModel
  /** Of the entry and of the imported files, in the order of files and places. */
  readonly diagnostics: readonly Diagnostic[]
  /** What is not said, since comments ignore it. */
  readonly ignored: readonly Diagnostic[]
}
