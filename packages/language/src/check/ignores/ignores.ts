/** What comments ignore is not said. What is wrong with such a comment, or that it ignores nothing, is. */
import { canBeIgnored, catalogue, isProof, recordOf } from '../../diagnostics/catalogue.ts'
import { type Diagnostic, report } from '../../diagnostics/diagnostic.ts'
import { ignoreMisspelt } from '../../diagnostics/ignores/ignore-misspelt.ts'
import { ignoreOfError } from '../../diagnostics/ignores/ignore-of-error.ts'
import { ignoreUnknownName } from '../../diagnostics/ignores/ignore-unknown-name.ts'
import { ignoreUnused } from '../../diagnostics/ignores/ignore-unused.ts'
import { ignoreWithoutReason } from '../../diagnostics/ignores/ignore-without-reason.ts'
import { nearest } from '../../diagnostics/suggest.ts'
import { positionAt, textOf } from '../../syntax/source.ts'
import type { LoadedFile } from '../load.ts'
import { type Ignore, type IgnoredName, ignoresIn, misspeltIn } from './comments.ts'

export interface Settled {
  /** What is said, in no order. */
  readonly diagnostics: readonly Diagnostic[]
  readonly ignored: readonly Diagnostic[]
}

/** @param sound whether hints were looked for, too: before that it is not known what an ignored one would have to say */
export function settleChecked(
  files: readonly LoadedFile[],
  diagnostics: readonly Diagnostic[],
  sound: boolean,
): Settled {
  const ignores = files.map(ignoresIn)
  const misspelt = files.flatMap(misspeltIn).map(span => report(ignoreMisspelt, span, { written: textOf(span) }))
  if (ignores.every(({ length }) => length === 0)) return { diagnostics: [...diagnostics, ...misspelt], ignored: [] }
  const { said, ignored, unused } = apart(ignores, diagnostics)
  const mistakes = ignores.flat().flatMap(mistakesIn)
  const idle = sound ? unused.filter(({ name }) => !isProof(name)) : []
  return { diagnostics: [...said, ...misspelt, ...mistakes, ...idle.map(reportUnused)], ignored }
}

/** Of what is proved of a model: its names are told from those of other findings. */
export function settleProved(files: readonly LoadedFile[], proved: readonly Diagnostic[]): readonly Diagnostic[] {
  const ignores = files.map(ignoresIn)
  const { said, unused } = apart(ignores, proved)
  return [...said, ...unused.filter(({ name }) => isProof(name)).map(reportUnused)]
}

/** Unused are only those of the first file: what others import may have something to ignore in another model. */
function apart(ignores: readonly (readonly Ignore[])[], diagnostics: readonly Diagnostic[]) {
  const used = new Set<IgnoredName>()
  const all = ignores.flat()
  const isIgnored = (diagnostic: Diagnostic) => {
    const { source, start } = diagnostic.span
    const { line } = positionAt(source, start)
    const here = all.filter(({ comment, line: at }) => at === line && comment.span.source === source)
    const found = here.flatMap(({ names }) => names).filter(({ name }) => name === diagnostic.name)
    for (const name of found) used.add(name)
    return found.length > 0
  }
  const ignored = new Set(diagnostics.filter(one => canBeIgnored(one.name) && isIgnored(one)))
  const own = (ignores[0] ?? []).flatMap(({ names }) => names)
  return {
    said: diagnostics.filter(one => !ignored.has(one)),
    ignored: [...ignored],
    unused: own.filter(one => canBeIgnored(one.name) && !used.has(one)),
  }
}

function mistakesIn({ comment, names, reason }: Ignore): readonly Diagnostic[] {
  const { span } = comment
  if (names.length === 0) return [report(ignoreUnknownName, span, { name: '' })]
  const written = textOf(span).replace(/\s*(:.*)?$/, '')
  return [...(reason === '' ? [report(ignoreWithoutReason, span, { written })] : []), ...names.flatMap(mistakeIn)]
}

function mistakeIn({ name, span, cut }: IgnoredName): readonly Diagnostic[] {
  if (!recordOf(name)) return [report(ignoreUnknownName, span, { name, suggestion: nearest(name, ignorable) })]
  return canBeIgnored(name) ? [] : [report(ignoreOfError, span, { name, cut })]
}

const reportUnused = ({ name, span, cut }: IgnoredName) => report(ignoreUnused, span, { name, cut })

export const ignorable: readonly string[] = catalogue.map(({ name }) => name).filter(canBeIgnored)
