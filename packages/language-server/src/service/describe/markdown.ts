/** Markdown for descriptions. What people wrote stands in code or is escaped, so that it never becomes markup or a link. */

/** Lines of code in the language. */
export const code = (text: string): string => `${fence(text)}merit\n${text}\n${fence(text)}`

/** Longer than any run of backticks in the text. */
function fence(text: string, least = 3): string {
  const runs = text.match(/`+/g)?.map(({ length }) => length) ?? []
  return '`'.repeat(Math.max(least, ...runs.map(length => length + 1)))
}

/** A piece of code within a sentence. */
export function inline(text: string): string {
  const mark = fence(text, 1)
  const space = /^`|`$/.test(text) ? ' ' : ''
  return `${mark}${space}${text}${space}${mark}`
}

/** Prose that people wrote: nothing in it is markup, but code in backticks. */
export function prose(text: string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part, i) => (i % 2 === 1 ? part : escaped(part)))
    .join('')
}

const escaped = (text: string) => text.replace(/[\\*_{}[\]<>#+\-!|()~&]/g, '\\$&')

/** Paragraphs; what there is nothing to say about is left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('\n\n')
}
