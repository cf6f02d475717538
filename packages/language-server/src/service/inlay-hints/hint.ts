import type { Ast, SourceText } from '@merit-lang/language'
import type { Project } from '../workspace.ts'

/** Words that an editor shows between those of the text, without their being there. */
export interface InlayHint {
  /** Right behind it they are shown. */
  readonly at: number
  /** With the space before or behind that sets them apart. */
  readonly text: string
  readonly kind: 'type' | 'note'
  /** Why they are there, in a sentence. */
  readonly why: string
}

export interface Asked {
  readonly project: Project
  readonly source: SourceText
  readonly file: Ast.File
  /** The piece that is shown. */
  readonly start: number
  readonly end: number
  /** The nodes of the file that touch what is shown, with what each stands in, outermost first. */
  readonly shown: readonly Shown[]
}

export interface Shown {
  readonly node: Ast.AnyNode
  readonly above: readonly Ast.AnyNode[]
}

export type Hints = (asked: Asked) => readonly InlayHint[]

export const note = (at: number, text: string, why: string): InlayHint => ({ at, text, kind: 'note', why })
