/** The settings that a page of `docs/editors` shows are the ones that are tried. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './folder.mjs'

/** The first block of a page that is written in the language. */
export function settingsIn(page, language) {
  const text = readFileSync(join(root, 'docs', 'editors', page), 'utf8')
  const block = text.match(new RegExp(`^\`\`\`${language}[^\\n]*\\n([^]*?)^\`\`\``, 'm'))
  if (!block) throw new Error(`docs/editors/${page} shows no settings in ${language}.`)
  return block[1]
}
