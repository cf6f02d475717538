/** What is offered. */
import type { Named } from '../known.ts'

export type CompletionKind =
  | Named['kind']
  | 'property'
  | 'event'
  | 'value'
  | 'keyword'
  | 'operator'
  | 'function'
  | 'type'
  | 'unit'
  | 'snippet'
  | 'file'
  | 'text'

export interface Completion {
  readonly label: string
  readonly kind: CompletionKind
  /** What replaces what was typed. In a snippet `${1:x}` is filled in next. */
  readonly insert: string
  readonly snippet: boolean
  /** Lower is better; equal ones by their order. */
  readonly rank: number
  readonly detail?: string
  /** Worked out when asked for, in Markdown. */
  readonly documentation?: () => string | undefined
}

/** From what fits best down to what is merely allowed. */
export const ranks = { best: 0, good: 1, fair: 2, word: 3, sign: 4, snippet: 5, later: 6 } as const

type Rest = Partial<Pick<Completion, 'insert' | 'detail' | 'documentation' | 'snippet'>>

export function completion(label: string, kind: CompletionKind, rank: number, rest: Rest = {}): Completion {
  return { label, kind, rank, insert: label, snippet: false, ...rest }
}

/** `<x>` is filled in next, with `x` to begin with; `<a,b>` is a choice. As editors write it. */
export function filledIn(body: string): Pick<Completion, 'insert' | 'snippet'> {
  let i = 0
  const slot = (content: string) => (content.includes(',') ? `|${content}|` : content === '' ? '' : `:${content}`)
  const insert = body.replace(/[\\$]/g, '\\$&').replace(/<([^>]*)>/g, (_, content) => `\${${++i}${slot(content)}}`)
  return { insert, snippet: true }
}
