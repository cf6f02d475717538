/** What is different between two versions of a model, and what is proved of that. */
import type { Change } from '../../changes/change.ts'
import { isQuoted, marks, partsOf } from '../../changes/words.ts'
import { counted } from '../../numbers.ts'
import type { ComparedTold } from '../data.ts'
import { type Html, html, none, when } from '../html.ts'
import { code, cutTo, folded, list, named, paragraph, type Section } from '../parts.ts'

/** Without opening the rest of them, which is cut off after so many. */
const mostSeen = 25
const mostChanges = 300

export function changesSection(compared: ComparedTold): Section {
  return { id: 'changes', title: 'What changed', body: bodyOf(compared) }
}

function bodyOf(compared: ComparedTold): Html {
  if (compared.kind === 'alone') return paragraph(compared.why)
  const { base, changes, proof } = compared
  const mark = proof.alike ? '✓' : '≠'
  return html`<p class="quiet">Compared with ${code(base)}.</p>${listOf(changes.entries, proof.alike)}<p><span class="mark" aria-hidden="true">${mark}</span> For all leads that there may be: ${proof.text}</p>`
}

function listOf(entries: readonly Change[], isAlike: boolean): Html {
  if (entries.length === 0) return paragraph(isAlike ? 'No change in meaning.' : 'No change that has a name.')
  const [first, rest] = [entries.slice(0, mostSeen), entries.slice(mostSeen)]
  const changes = (all: readonly Change[]) => list(all.map(changeOf), 'changes')
  return html`${changes(first)}${when(rest.length > 0, () =>
    folded(counted(rest.length, 'more change'), cutTo(rest, mostChanges, 'change', changes), 'printed'),
  )}`
}

// ---------------------------------------------------------------- changes

function changeOf(change: Change): Html {
  const { kind, subject, name, within } = change
  const called = name === '' ? none : html` ${isQuoted(subject) ? code(name) : named(name)}`
  const place = within.length === 0 ? none : html` <span class="quiet">in ${named(within.join(' / '))}</span>`
  // The text of a promise says what it is.
  const what = subject === 'promise' ? '' : ` ${subject}`
  const parts = partsOf(change)
  return html`<span class="mark ${kind}" aria-hidden="true">${marks[kind]}</span><div><span class="kind">${kind}</span>${what}${called}${place}${when(parts.length > 0, () => html`<dl>${parts.map(partOf)}</dl>`)}</div>`
}

type Part = ReturnType<typeof partsOf>[number]

function partOf({ what, before, after }: Part): Html {
  return html`<div><dt>${what === '' ? 'from' : what}</dt><dd>${sideOf(before)} &rarr; ${sideOf(after)}</dd></div>`
}

const sideOf = (text: string | undefined) => (text === undefined ? html`<span class="quiet">none</span>` : code(text))
