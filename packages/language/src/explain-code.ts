import { check } from './check/check.ts'
import type { Checked } from './check/model.ts'
import { recordOf } from './diagnostics/catalogue.ts'
import type { Diagnostic, Example } from './diagnostics/diagnostic.ts'
import { diagnosticPage, exampleFiles } from './diagnostics/page.ts'
import { renderDiagnostic } from './diagnostics/render.ts'
import type { SourceText } from './syntax/source.ts'

/** Checks the example of a diagnostic as `merit check model.merit` would. */
export function checkExample(example: Example): Checked {
  const files = new Map<string, SourceText>(
    Object.entries(exampleFiles(example)).map(([path, text]) => [path, { path, text }]),
  )
  const read = (path: string) => files.get(path.replace(/^\.\//, ''))
  return check(files.get('model.merit') ?? { path: 'model.merit', text: '' }, { read })
}

/**
 * The page of the diagnostic with this name, as Markdown; nothing where there is none.
 * @param look what is found in a model that was checked: what is proved of it may be among it.
 */
export function explainCode(
  name: string,
  look: (checked: Checked) => readonly Diagnostic[] = ({ diagnostics }) => diagnostics,
): string | undefined {
  const record = recordOf(name)
  if (!record) return undefined
  const found = look(checkExample(record.bad))
  return diagnosticPage(record, found.map(one => renderDiagnostic(one)).join('\n\n'))
}
