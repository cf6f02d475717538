/** Markdown as GitHub and GitLab read it. */
import { onOneLine } from './paint.ts'

/** Text on one line, of which nothing is taken for markup. */
export const plain = (text: string) => onOneLine(text).replace(/[\\`*_{}[\]<>#|]/g, '\\$&')

/** Between more backticks than it has itself one after the other. */
export function code(text: string): string {
  const line = onOneLine(text)
  const runs = line.match(/`+/g) ?? []
  if (runs.length === 0) return `\`${line}\``
  const fence = '`'.repeat(1 + Math.max(...runs.map(({ length }) => length)))
  return `${fence} ${line} ${fence}`
}

/** A bare `|` ends a cell also within code. */
export const codeInCell = (text: string) => code(text).replaceAll('|', '\\|')

/** A title that ends with `:` is that of a column of numbers. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(titles.map(title => title.replace(/:$/, ''))),
    line(titles.map(title => (title.endsWith(':') ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n')
}
