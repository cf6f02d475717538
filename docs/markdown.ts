/** Reading and rewriting the code blocks of a Markdown text. */

export interface Block {
  /** The first word after the fence: `merit`, `json`, `console`, `text`. */
  readonly language: string
  /** The rest of that line: a file's name, `broken`. */
  readonly info: string
  readonly text: string
}

const fences = /^```(\w+)(?: ([^\n]*))?\n([\s\S]*?)^```$/gm

/** The text with each block's content replaced by what `rewrite` makes of it, in order. */
export function rewriteBlocks(markdown: string, rewrite: (block: Block) => string): string {
  return markdown.replace(fences, (_, language: string, info = '', text: string) => {
    const opening = `\`\`\`${[language, info].filter(Boolean).join(' ')}`
    return `${opening}\n${rewrite({ language, info, text })}\`\`\``
  })
}

export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = []
  rewriteBlocks(markdown, block => {
    blocks.push(block)
    return block.text
  })
  return blocks
}

export function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
