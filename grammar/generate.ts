/** What is made from the living parser: called by `npm run generate`, compared by the tests. */
import { standardVocabulary } from '../packages/language/src/words/vocabulary.ts'
import type { Vocabulary } from '../packages/language/src/words/word.ts'
import { ebnf } from './ebnf.ts'
import { grammarRules } from './productions.ts'
import { railroad } from './railroad.ts'
import { snippets } from './snippets.ts'
import { textMate } from './textmate.ts'

/** The files of this folder by name. */
export function generateGrammar(vocabulary: Vocabulary = standardVocabulary): Record<string, string> {
  const rules = grammarRules()
  return {
    'merit.ebnf': ebnf(rules),
    'railroad.html': railroad(rules),
    'merit.tmLanguage.json': textMate(vocabulary),
    'merit.snippets.json': snippets(vocabulary),
  }
}
