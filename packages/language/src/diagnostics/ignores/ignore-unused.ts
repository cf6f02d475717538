import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'

export interface IgnoreUnused {
  readonly name: string
  /** What goes with it when it is taken out. */
  readonly cut: Span
}

export const ignoreUnused = defineDiagnostic<IgnoreUnused>({
  name: 'ignore-unused',
  severity: 'warning',
  message: ({ name }) => `Nothing called \`${name}\` is found here, so that there is nothing to ignore.`,
  why: 'A comment ignores what is found on its own line, or on the next one where it stands alone. What it speaks of was mended or has moved; left behind, it would hide what comes later.',
  fixes: ({ name, cut }) => [{ title: `Take out \`${name}\``, edits: [{ span: cut, text: '' }] }],
  bad: '# merit ignore never-used: the rules about rivals come next quarter\nlist rivals = ["rival.com"]\nwhen domain(email) in rivals subtract 50',
  good: 'list rivals = ["rival.com"]\nwhen domain(email) in rivals subtract 50',
})
