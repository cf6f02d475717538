/** Checking texts that are being edited: what an edit cannot have changed is taken over from the check before. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Parsed } from '../syntax/parse.ts'
import { Reparser } from '../syntax/reparse.ts'
import type { SourceText } from '../syntax/source.ts'
import { standardVocabulary } from '../words/vocabulary.ts'
import type { Vocabulary } from '../words/word.ts'
import { type CheckOptions, conclude, understand } from './check.ts'
import { findingsOf, hints } from './hints/index.ts'
import { modelWithout } from './hints/walk.ts'
import { Known } from './known.ts'
import { load } from './load.ts'
import type { Checked, CheckedModel } from './model.ts'

/**
 * Gives what `check` and `parse` give, sooner. It remembers the last text of each path. Whatever it gave for an earlier text
 * of a path, also within the results for models that import it, is not to be used any more once it is asked about a later one.
 */
export interface Checker {
  check(source: SourceText, options?: Pick<CheckOptions, 'read'>): Checked
  parse(source: SourceText): Parsed
  /** Lets go of what is remembered of a path. */
  forget(path: string): void
}

export function startChecker(vocabulary: Vocabulary = standardVocabulary): Checker {
  const reparsers = new Map<string, Reparser>()
  const models = new Map<string, Known>()
  const parse = (source: SourceText) => remembered(reparsers, source.path, () => new Reparser()).parse(source)
  return {
    parse,
    check: (source, { read = () => undefined } = {}) => {
      const broken: Diagnostic[] = []
      const files = load(source, read, parse, broken)
      const known = remembered(models, source.path, () => new Known())
      known.begin(files)
      let found = understand(files, vocabulary, broken, known)
      while (!known.holds(found.cx)) found = understand(files, vocabulary, broken, known)
      known.learn(found.cx.diagnostics, found.cx.comparisons <= 0)
      return conclude(found, model => hintsAbout(model, known))
    },
    forget: path => {
      reparsers.delete(path)
      models.delete(path)
    },
  }
}

function hintsAbout(model: CheckedModel, known: Known): Diagnostic[] {
  const view = modelWithout(model, known.silent)
  const found = hints.flatMap(hint => findingsOf(hint, view))
  known.learnHints(found)
  return found
}

function remembered<T>(all: Map<string, T>, path: string, make: () => T): T {
  const known = all.get(path) ?? make()
  all.set(path, known)
  return known
}
