import { defineDiagnostic } from '../diagnostic.ts'
import { fix } from './edits.ts'

export interface DefaultUnused {
  readonly setting: string
}

export const defaultUnused = defineDiagnostic<DefaultUnused>({
  name: 'default-unused',
  severity: 'hint',
  message: ({ setting }) =>
    `No rule of this block takes \`default ${setting}\`: a default holds for \`on …\` rules that do not say otherwise. Take it out or move it to their block.`,
  why: 'A default speaks for the event rules of its own block and of the groups inside it. Rules with `when` look at the lead as it is now and have no window, cool-down or decay.',
  fixes: ({ setting }, span) => [fix(`Take out \`default ${setting}\``, { span, text: '' })],
  safe: true,
  bad: 'score fit {\n  default decay 30d\n  when customer add 5\n}',
  good: 'score heat {\n  default decay 30d\n  on visit add 5\n}',
})
