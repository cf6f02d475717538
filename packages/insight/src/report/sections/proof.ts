/** What is proved of a change, for all leads that there may be. */
import type { ProofTold } from '../data.ts'
import { html, when } from '../html.ts'
import { list, named, type Section, table } from '../parts.ts'

export function proofSection({ text, outcomes }: ProofTold): Section {
  const rows = outcomes.map(one => [
    named(one.name),
    html`${one.alike ? '=' : '≠'} ${one.relation}${when(one.evidence.length > 0, () => list(one.evidence.map(named), 'plain quiet'))}`,
  ])
  const columns = [{ title: 'Outcome' }, { title: 'Now, and such as' }]
  const body = html`<p>${text}</p>${table('Every outcome, and leads that show what is different', columns, rows)}`
  return { id: 'proof', title: 'For all leads that there may be', body }
}
