import { defineDiagnostic } from '../diagnostic.ts'
import { after, fix } from './edits.ts'

export interface NegativeRuleDecays {
  /** The block's default as written: `decay 30d`. */
  readonly decay: string
}

export const negativeRuleDecays = defineDiagnostic<NegativeRuleDecays>({
  name: 'negative-rule-decays',
  severity: 'hint',
  message: ({ decay }) =>
    `The block's \`default ${decay}\` also holds here, so this penalty fades away. Write \`no decay\` to keep it, or \`${decay}\` to say that you mean it.`,
  why: 'A default holds for every event rule in its block that says nothing of its own. What a lead lost comes back as the event grows older, which is seldom meant for complaints, bounces and spam.',
  fixes: ({ decay }, span) => [
    fix('Add `no decay`', after(span, ' no decay')),
    fix(`Add \`${decay}\``, after(span, ` ${decay}`)),
  ],
  bad: 'score heat {\n  default decay 30d\n  on visit add 5\n  on complaint subtract 20\n}',
  good: 'score heat {\n  default decay 30d\n  on visit add 5\n  on complaint subtract 20 no decay\n}',
})
