/** What is different between two versions of a model, and what is proved of that. */
import type { Change } from '../../changes/change.ts'
import { isQuoted, marks, partsOf } from '../../changes/words.ts'
import type { ComparedTold } from '../data.ts'
import { type Html, html, none, when } from '../html.ts'
import { code, cutTo, list, named, paragraph, type Section } from '../parts.ts'

const mostChanges = 300

export function changesSection(compared: ComparedTold): Section {
  return { id: 'changes', title: 'What changed', body: bodyOf(compared) }
}

function bodyOf(compared: ComparedTold): Html {
  if (compared.kind === 'alone') return paragraph(compared.why)
  const { base, changes, proof } = compared
  return html`<p class="quiet">Compared with ${code(base)}.</p>${
    changes.entries.length === 0
      ? paragraph(proof.alike ? 'No change in meaning.' : 'No change that has a name.')
      : cutTo(changes.entries, mostChanges, 'change', shown => list(shown.map(changeOf), 'changes'))
  }<p class="verdict"><span class="mark" aria-hidden="true">${proof.alike ? '✓' : '≠'}</span> For all leads that there may be: ${proof.text}</p>`
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
  return html`<div><dt>${what === '' ? 'from' : what}</dt><dd>${sideOf(before)} &rarr; ${sideOf(after)}</dd></div>`
}

const sideOf = (text: string | undefined) => (text === undefined ? html`<span class="quiet">none</span>` : code(text))
