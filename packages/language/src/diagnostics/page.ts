/** The page of a diagnostic, as Markdown: the same in `docs/diagnostics` and in `merit explain-code`. */
import { isProof } from './catalogue.ts'
import type { AnyDiagnosticRecord, Example, Severity } from './diagnostic.ts'

const meanings = {
  error: 'An error: the model does not run until it is mended.',
  warning: 'A warning: the model runs, but probably not as meant.',
  hint: 'A hint: the model runs; this may or may not be meant.',
} satisfies { [S in Severity]: string }

/** Findings about all leads come after the model could run. */
const errorsOfProofs = 'An error: it is proved that the model cannot do what it says. It runs, but `merit check` fails.'

function meaningOf({ name, severity }: AnyDiagnosticRecord): string {
  return severity === 'error' && isProof(name) ? errorsOfProofs : meanings[severity]
}

/** `findings` is what checking the bad example prints. */
export function diagnosticPage(record: AnyDiagnosticRecord, findings: string): string {
  return [
    `# ${record.name}`,
    meaningOf(record),
    record.why,
    '## What brings it up',
    ...exampleBlocks(record.bad),
    fence('text', findings),
    '## How it is written instead',
    ...exampleBlocks(record.good),
    '',
  ].join('\n\n')
}

/** The files of an example by name; the one that is checked is `model.merit`. */
export function exampleFiles(example: Example): Readonly<Record<string, string>> {
  return typeof example === 'string' ? { 'model.merit': example } : example
}

function exampleBlocks(example: Example): string[] {
  const files = Object.entries(exampleFiles(example))
  return files.flatMap(([path, text]) => [...(files.length > 1 ? [`\`${path}\``] : []), fence('merit', text)])
}

export function fence(language: string, text: string): string {
  const ticks = text.includes('```') ? '````' : '```'
  return `${ticks}${language}\n${text.trimEnd()}\n${ticks}`
}
