/** Snippets for editors out of the forms of a vocabulary: `when <condition> add <number>` with its gaps as stops of the tab key. */
import type { FormWord, Vocabulary } from '../packages/language/src/words/word.ts'

interface Snippet {
  readonly prefix: string
  readonly body: readonly string[]
  readonly description: string
}

/** What a form may begin with, so that it stands as a sentence of its own. */
const beginning =
  /^(?:model|timezone|import|lead|event|list|let|segment|when|on|points|score|group|grade|qualify|disqualify|promise|test|default) /

/** As JSON, by the name of the form. */
export function snippets({ forms }: Vocabulary): string {
  const found = forms.flatMap(form => {
    const snippet = snippetOf(form)
    return snippet ? [[form.name, snippet] as const] : []
  })
  return `${JSON.stringify(Object.fromEntries(found), null, 2)}\n`
}

/** Nothing for a form that is a part of a sentence, is not written out, or is a variant of another. */
function snippetOf({ name, form, doc }: FormWord): Snippet | undefined {
  const written = mainForm(form)
  if (!beginning.test(written) || /^default decay …/.test(written) || name.includes('(')) return undefined
  return { prefix: name.replaceAll(' …', ''), body: bodyOf(written), description: firstSentence(doc) }
}

/** The first of several ways to write it, without what may be left out. */
function mainForm(form: string): string {
  const [first = ''] = form.split(/, (?![^{[]*[}\]])/)
  return first.replace(/ \[(?!<value>)[^\]]*\]/g, '')
}

/** Each gap is a stop, by its order; what stands in a block stands on lines of its own. */
function bodyOf(form: string): string[] {
  let stop = 0
  return form
    .replace('{ … }', '{ <attributes> }')
    .replace(/, …|…/g, '')
    .replace(/<([^>]*)>/g, (_, gap) => `\${${++stop}:${gap}}`)
    .replace(/ \{ (.*) \}$/, (_, inside: string) => ` {\n\t${inside.trim().replace(/ {2,}| (?=else)/g, '\n\t')}\n}`)
    .trim()
    .split('\n')
    .map(line => line.trimEnd())
}

function firstSentence(doc: string): string {
  return /^.*?[.](?= |$)/.exec(doc)?.[0] ?? doc
}
