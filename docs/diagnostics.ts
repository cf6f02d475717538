/** A page for each diagnostic, the same that `merit explain-code NAME` prints, and their list. */
import { examine } from '@merit-lang/analysis'
import { type AnyDiagnosticRecord, catalogue, explainCode } from '@merit-lang/language'
import { table } from './markdown.ts'
import type { Page } from './reference.ts'

const severities = { error: 'Errors', warning: 'Warnings', hint: 'Hints' } satisfies {
  [S in AnyDiagnosticRecord['severity']]: string
}

export function diagnosticPages(): Page[] {
  const pages = catalogue.map(({ name }) => ({
    path: `diagnostics/${name}.md`,
    text: explainCode(name, examine) ?? '',
  }))
  return [...pages, { path: 'diagnostics/README.md', text: contents() }]
}

function contents(): string {
  const lists = Object.entries(severities).flatMap(([severity, title]) => {
    const records = catalogue.filter(record => record.severity === severity).sort((a, b) => (a.name < b.name ? -1 : 1))
    return [
      `## ${title}`,
      table(
        ['name', 'in short'],
        records.map(one => [`[${one.name}](${one.name}.md)`, firstSentence(one.why)]),
      ),
    ]
  })
  return [
    '# Diagnostics',
    'Everything that the checker can say. `merit explain-code NAME` prints the same pages. Names do not change, so that a tool can rely on them.',
    ...lists,
    '',
  ].join('\n\n')
}

const firstSentence = (text: string) => text.match(/^.*?[.:](?= |$)/s)?.[0].replace(/:$/, '.') ?? text
