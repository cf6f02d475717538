/** The reference: one page for each family of words, made from their records, with every example executed. */
import {
  compile,
  type Keyword,
  renderDiagnostic,
  type SourceText,
  type Vocabulary,
  type Word,
  type WordExample,
} from '@merit-lang/language'
import { evaluate, formatNumber, readLead } from '@merit-lang/runtime'
import { fence, table } from './markdown.ts'

export interface Page {
  /** Relative to `docs/`. */
  readonly path: string
  readonly text: string
}

/** What a page says before its words. */
interface Opening {
  readonly file: string
  readonly title: string
  readonly intro: string
}
interface Family extends Opening {
  readonly words: readonly Word[]
}

/** Every key of a vocabulary has its page. */
const families = {
  forms: {
    file: 'sentences',
    title: 'Sentences',
    intro: 'What a model is made of: the sentences that give points, and those that name, bound and decide.',
  },
  textOperators: {
    file: 'text',
    title: 'Text',
    intro:
      'Conditions on text. Capital and small letters never matter. Each may be negated: `title not contains "vp"`.',
  },
  functions: {
    file: 'functions',
    title: 'Functions',
    intro: 'Values computed from values. Of something unknown, each is unknown.',
  },
  aggregates: {
    file: 'aggregates',
    title: 'Values of many events',
    intro:
      'One value from a property of several events: `sum of seconds in page_view within 30d`. Events whose property is unknown are skipped.',
  },
  decayShapes: {
    file: 'decay',
    title: 'Decay',
    intro:
      'How the points of an event fade with its age. Each may be followed by `after <duration>`: the age then counts from that much later on.',
  },
  limits: {
    file: 'limits',
    title: 'Which events count',
    intro:
      'Modifiers of an event rule. However they are written, they apply in the order of their steps; the windows of the pattern are step 3.',
  },
  units: {
    file: 'durations',
    title: 'Durations',
    intro: 'A number and a unit, without a space: `30d`. There are no months and years, because they differ in length.',
  },
  types: {
    file: 'types',
    title: 'Types',
    intro: 'What an attribute or a property holds. Any of them may be unknown, unless it is declared `required`.',
  },
} satisfies { [K in keyof Vocabulary]: Opening }

const familiesOf = (vocabulary: Vocabulary): Family[] =>
  Object.entries(families).map(([key, opening]) => ({ ...opening, words: vocabulary[key as keyof Vocabulary] }))

export function referencePages(vocabulary: Vocabulary, keywords: readonly Keyword[]): Page[] {
  const pages = familiesOf(vocabulary).filter(family => family.words.length > 0)
  return [
    ...pages.map(({ file, title, intro, words }) => ({
      path: `reference/${file}.md`,
      text: [`# ${title}`, intro, ...words.map(word => section(vocabulary, word)), ''].join('\n\n'),
    })),
    { path: 'reference/keywords.md', text: keywordPage(vocabulary, keywords) },
    { path: 'reference/README.md', text: contents(pages) },
  ]
}

function section(vocabulary: Vocabulary, word: Word): string {
  const { model, files = {}, lead, now } = word.example
  return [
    `## ${word.name}`,
    fence('text', word.form),
    word.doc,
    ...(word.source ? [`*Source: ${word.source}.*`] : []),
    ...Object.entries(files).map(([path, text]) => `\`${path}\`:\n\n${fence('merit', text)}`),
    fence('merit', model),
    fence('json', JSON.stringify(lead)),
    `\`total\` is **${formatNumber(totalOf(vocabulary, word))}**${now ? ` on ${now.replace(/T00:00:00Z$/, '')}` : ''}.`,
  ].join('\n\n')
}

/** Executes a word's example; throws where it has errors. */
export function totalOf(vocabulary: Vocabulary, { name, example }: Word): number {
  const { lowered, diagnostics } = compile(
    { path: 'model.merit', text: example.model },
    { vocabulary, read: path => fileOf(example, path) },
  )
  if (!lowered)
    throw new Error(
      `The example of \`${name}\` has errors.\n\n${diagnostics.map(one => renderDiagnostic(one)).join('\n\n')}`,
    )
  const now = Date.parse(example.now ?? '2026-06-01T00:00:00Z')
  return evaluate(lowered.program, readLead(lowered.program, example.lead), now).scores.total ?? Number.NaN
}

function fileOf({ files }: WordExample, path: string): SourceText | undefined {
  const text = files?.[path]
  return text === undefined ? undefined : { path, text }
}

/** The anchor that Markdown gives a heading. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const linkTo = ({ file }: Opening, { name }: Word) => `[${name}](${file}.md#${anchor(name)})`

function contents(pages: readonly Family[]): string {
  const rows = pages.map(page => [
    `[${page.title}](${page.file}.md)`,
    page.words.map(word => linkTo(page, word)).join(' · '),
  ])
  return [
    '# Reference',
    'Every word of the language, from the records that the checker and the evaluator use. Each example is executed; where no instant is named, it is scored on 2026-06-01.',
    table(['page', 'words'], rows),
    'All words with a meaning of their own are listed under [keywords](keywords.md). The precise rules are in [semantics](../semantics.md).',
    '',
  ].join('\n\n')
}

/** The plain words of a form: everything that is not filled in. */
const wordsOf = (form: string) => new Set(form.replace(/<[^>]*>/g, ' ').match(/[a-z]+/g))

function keywordPage(vocabulary: Vocabulary, keywords: readonly Keyword[]): string {
  const uses = familiesOf(vocabulary).flatMap(family =>
    family.words.map(word => ({ link: linkTo(family, word), words: wordsOf(word.form) })),
  )
  const sorted = [...keywords].sort((a, b) => (a.word < b.word ? -1 : 1))
  const rows = sorted.map(({ word, doc }) => {
    const links = uses.filter(use => use.words.has(word)).map(use => use.link)
    return [`\`${word}\``, doc, links.join(', ')]
  })
  return [
    '# Keywords',
    'Keywords are written in small letters. In `[…]`, in `(…)`, after `=` and as the case of a table, a keyword is an ordinary value; anywhere else it becomes a name in backticks.',
    table(['keyword', 'meaning', 'used in'], rows),
    '',
  ].join('\n\n')
}
