import { explainCode } from '@merit-lang/language'

/** The page about findings of this name, as Markdown: why they matter, what brings them up, how it is written instead. */
export const pageOf = (name: string): string | undefined => explainCode(name)
