/** The types of text that services hand out, for those who may not know the language itself. */
export type { Diagnostic, SourceText, Span } from '@merit-lang/language'
