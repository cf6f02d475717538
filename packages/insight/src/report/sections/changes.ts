/** What is different between two versions of a model, and what is proved of that. */
import type { Change } from '../../changes/change.ts'
import { isQuoted, marks, partsOf } from '../../changes/words.ts'
import type { ComparedTold, ProofTold } from '../data.ts'
import { type Html, html, none, when } from '../html.ts'
import { type Context, code, cutTo, heading, list, named, paragraph, type Section, table } from '../parts.ts'

const mostChanges = 300

export function changesSection(compared: ComparedTold, context: Context): Section {
  return { id: 'changes', title: 'What changed', body: bodyOf(compared, context) }
}

function bodyOf(compared: ComparedTold, { level }: Context): Html {
  if (compared.kind === 'alone') return paragraph(compared.why)
  const { base, changes, proof } = compared
  return html`<p class="quiet">Compared with ${code(base)}.</p>${
    changes.entries.length === 0
      ? paragraph(proof.alike ? 'No change in meaning.' : 'No change that has a name.')
      : cutTo(changes.entries, mostChanges, 'change', shown => list(shown.map(changeOf), 'changes'))
  }${heading(level + 1, 'For all leads that there may be')}${proofOf(proof)}`
}

// ---------------------------------------------------------------- changes

function changeOf(change: Change): Html {
  const { kind, subject, name, within } = change
  const called = name === '' ? none : html` ${isQuoted(subject) ? code(name) : named(name)}`
  const place = within.length === 0 ? none : html` <span class="quiet">in ${named(within.join(' / '))}</span>`
  const parts = partsOf(change)
  return html`<span class="mark ${kind}" aria-hidden="true">${marks[kind]}</span><div><span class="kind">${kind}</span> ${subject}${called}${place}${when(parts.length > 0, () => html`<dl>${parts.map(partOf)}</dl>`)}</div>`
}

type Part = ReturnType<typeof partsOf>[number]

function partOf({ what, before, after }: Part): Html {
  return html`<div><dt>${what}</dt><dd>${sideOf(before)} <span class="arrow">→</span> ${sideOf(after)}</dd></div>`
}

const sideOf = (text: string | undefined) => (text === undefined ? html`<span class="quiet">none</span>` : code(text))

// ---------------------------------------------------------------- proof

function proofOf({ alike, text, outcomes }: ProofTold): Html {
  const verdict = html`<p class="verdict"><span class="mark" aria-hidden="true">${alike ? '✓' : '≠'}</span> ${text}</p>`
  if (alike || outcomes.length === 0) return verdict
  const rows = outcomes.map(one => [
    named(one.name),
    html`${one.alike ? '=' : '≠'} ${one.relation}`,
    one.evidence.length === 0 ? none : list(one.evidence.map(named)),
  ])
  return html`${verdict}${table('Outcomes, and leads that show it', [{ title: 'Outcome' }, { title: 'Now' }, { title: 'Such as' }], rows)}`
}
