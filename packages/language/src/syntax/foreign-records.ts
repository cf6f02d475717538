/** Records as in JSON: `company: { tier: … }`. */
import { report } from '../diagnostics/diagnostic.ts'
import { colonBeforeRecord } from '../diagnostics/syntax/colon-before-record.ts'
import { type Found, isPlainName, type Place, spanOf } from './foreign.ts'
import { QuotedName, Signs, type Token } from './tokens.ts'

const isName = (token: Token) => isPlainName(token) || token.tokenType === QuotedName

/** A list in braces instead of brackets is none: in it no colon follows a name. */
export function colonRecord({ source, tokens, index }: Place): Found | undefined {
  const [colon, brace, inner, after] = tokens.slice(index, index + 4)
  const name = tokens[index - 1]
  if (!colon || !name || !inner || brace?.tokenType !== Signs.LBrace) return undefined
  if (!isName(name) || !isName(inner)) return undefined
  if (after?.tokenType !== Signs.Colon && after?.tokenType !== Signs.LBrace) return undefined
  const diagnostic = report(colonBeforeRecord, spanOf(source, colon, colon), { name: name.image.replaceAll('`', '') })
  return { tokens: [], taken: 1, diagnostic }
}
