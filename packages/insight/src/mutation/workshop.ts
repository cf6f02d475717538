/** Makes mutants: each as the text that it is, checked and translated anew, as far as that differs from the text before. */
import {
  type CheckedModel,
  type Diagnostic,
  type Lowered,
  lower,
  type SourceText,
  startChecker,
  type Understood,
  writtenText,
} from '@merit-lang/language'
import { edited } from './edit.ts'
import type { Mutant, MutationPlace } from './mutation.ts'
import { rulesNamedIn } from './naming.ts'

export type Made =
  | { readonly kind: 'made'; readonly lowered: Lowered }
  /** The text has errors. `test`: all are in tests, and this is the first of these. */
  | { readonly kind: 'refused'; readonly test: string | undefined }

export interface Change {
  readonly place: MutationPlace
  readonly mutant: Mutant
}

type Edit = Pick<Mutant, 'span' | 'replacement'>

/** Makes what it is asked for, and remembers only the last text, from which the next is made. */
export class Workshop {
  private readonly checker = startChecker()
  private readonly entry: SourceText
  private readonly texts: ReadonlyMap<string, SourceText>
  /** Rules that tests name. A rule without a label is called by its text, which mutants must not change then. */
  private readonly expected: ReadonlySet<string>

  private readonly left: readonly Edit[]

  /** @param withTests else the texts are without the tests of the model, which makes them short. */
  constructor({ entry, files, tests }: CheckedModel, withTests: boolean) {
    this.left = withTests ? [] : tests.map(({ span }) => ({ span, replacement: '' }))
    this.entry = entry
    this.texts = new Map(files.map(({ source }) => [source.path, source]))
    this.expected = new Set(tests.flatMap(rulesNamedIn))
  }

  /** `more`: text behind the entry's. */
  make({ place, mutant }: Change, more = ''): Made {
    return this.check([mutant, ...this.label(place, mutant)], more)
  }

  original(more: string): Made {
    return this.check([], more)
  }

  private check(edits: readonly Edit[], more: string): Made {
    const read = (path: string) => {
      const source = this.texts.get(path)
      return source && withEdits(source, edits)
    }
    const entry = withEdits(this.entry, [...edits, ...this.left])
    const { model, understood, diagnostics } = this.checker.check({ ...entry, text: entry.text + more }, { read })
    if (model) return { kind: 'made', lowered: lower(model) }
    return { kind: 'refused', test: testWith(diagnostics, understood) }
  }

  private label({ kind, name, span }: MutationPlace, mutant: Mutant): readonly Edit[] {
    const isKept = kind !== 'rule' || mutant.kind === 'rule' || !this.expected.has(name)
    if (isKept || span.source.text.slice(span.start, span.end).includes(`as ${writtenText(name)}`)) return []
    return [{ span: { ...span, start: span.end }, replacement: ` as ${writtenText(name)}` }]
  }
}

function withEdits(source: SourceText, edits: readonly Edit[]): SourceText {
  const own = edits.filter(({ span }) => span.source.path === source.path)
  return own.length === 0 ? source : { path: source.path, text: edited(source.text, own) }
}

function testWith(diagnostics: readonly Diagnostic[], { tests }: Understood): string | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const within = errors.map(({ span }) =>
    tests.find(test => test.span.source === span.source && test.span.start <= span.start && span.end <= test.span.end),
  )
  const [first] = within
  return first?.name.kind === 'text' && within.every(test => test !== undefined) ? first.name.value : undefined
}
