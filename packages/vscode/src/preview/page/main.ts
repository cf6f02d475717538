/** The page itself: what is told becomes markup, what is done becomes messages. */

import type { Html } from '@merit-lang/insight/html'
import type { Distribution, Leads, Preview } from '@merit-lang/language-server'
import type { FromPage, Kept, ToPage } from '../messages.ts'
import { instant } from './numbers.ts'
import { outcome, source, summary } from './outcome.ts'
import { marks, type Slider, sliderOf } from './time.ts'

interface Editor {
  postMessage(message: FromPage): void
  setState(kept: Kept): void
}
declare function acquireVsCodeApi(): Editor

const editor = acquireVsCodeApi()
let preview: Preview | undefined
let distribution: Distribution | undefined
/** The model that both are of. */
let model: string | undefined
/** The instant that was asked for last, in milliseconds: until it is shown, the slider stays where it is. */
let asked: number | undefined
/** Of the slider. It stays while time is moved, so that the thumb stays under the pointer. */
let scale: Slider | undefined

const element = <E extends HTMLElement>(id: string) => document.getElementById(id) as E
const [lead, now, all] = [
  element<HTMLSelectElement>('lead'),
  element<HTMLInputElement>('now'),
  element<HTMLInputElement>('all'),
]

/** The focus stays where it was, by its place among what can have it. */
function fill(into: HTMLElement, { text }: Html): void {
  const buttons = () => [...into.querySelectorAll('button')]
  const focused = buttons().indexOf(document.activeElement as HTMLButtonElement)
  into.innerHTML = text
  if (focused >= 0) buttons()[focused]?.focus()
}

function show(): void {
  const scored = preview?.scored
  element('title').textContent = preview?.title ?? ''
  element('problem').textContent = preview?.problem ?? ''
  element('problem').classList.toggle('quiet', preview?.wantsSamples === true)
  element('choose').hidden = !preview?.wantsSamples && !preview?.samples?.standIns
  element('controls').hidden = !scored
  element('outcome').hidden = !scored
  element('outcome').classList.toggle('stale', preview?.problem !== undefined)
  element('summary').textContent = scored ? summary(scored) : ''
  if (!scored) return
  fill(element('outcome'), outcome(scored, distribution, all.checked))
  showTime()
}

function showTime(): void {
  const scored = preview?.scored
  if (!scored) return
  const value = Date.parse(scored.now)
  if (!scale || value < scale.min || value > scale.max) scale = sliderOf(scored)
  element('instant').textContent = instant(scored.now)
  fill(element('marks'), marks(scored, scale))
  if (asked !== undefined && asked !== value) return
  asked = undefined
  now.min = String(scale.min)
  now.max = String(scale.max)
  now.step = String(scale.step)
  now.value = String(value)
  now.setAttribute('aria-valuetext', instant(scored.now))
}

function showLeads(found: Leads): void {
  const { samples, leads } = found
  element('samples').textContent = source(found)
  lead.replaceChildren(...leads.map(({ index, label }) => new Option(label, String(index))))
  element('query').hidden =
    samples === null || (samples.count <= leads.length && element<HTMLInputElement>('query').value === '')
  if (preview?.scored) lead.value = String(preview.scored.lead.index)
}

const told = {
  preview: message => {
    preview = { scored: preview?.scored, ...message.preview }
    show()
    if (preview.scored) lead.value = String(preview.scored.lead.index)
  },
  distribution: message => {
    distribution = message.distribution
    show()
  },
  leads: message => showLeads(message.leads),
  problem: message => {
    element('problem').textContent = message.text
  },
} satisfies { [K in ToPage['kind']]: (message: Extract<ToPage, { kind: K }>) => void }

/** While a model is being typed and cannot be scored, what it last gave stays, faded. */
function turnTo(kept: Kept): void {
  if (kept.uri !== model) preview = distribution = scale = undefined
  model = kept.uri
  editor.setState(kept)
}

function chooseLead(index: number): void {
  scale = undefined
  editor.postMessage({ kind: 'choose', lead: index })
}

function step(by: number): void {
  const next = lead.options[lead.selectedIndex + by]
  if (!next) return
  next.selected = true
  chooseLead(Number(next.value))
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage & { readonly kept?: Kept }>) => {
  if (data.kept) turnTo(data.kept)
  const tell: (message: never) => void = told[data.kind]
  tell(data as never)
})
lead.addEventListener('change', () => chooseLead(Number(lead.value)))
element('previous').addEventListener('click', () => step(-1))
element('next').addEventListener('click', () => step(1))
element('choose').addEventListener('click', () => editor.postMessage({ kind: 'choose-samples' }))
element('reset').addEventListener('click', () => {
  asked = scale = undefined
  editor.postMessage({ kind: 'choose', now: null })
})
element('query').addEventListener('input', () =>
  editor.postMessage({ kind: 'search', query: element<HTMLInputElement>('query').value }),
)
element('controls').addEventListener('submit', event => event.preventDefault())
all.addEventListener('change', show)
now.addEventListener('input', () => {
  asked = Number(now.value)
  editor.postMessage({ kind: 'choose', now: new Date(asked).toISOString() })
})
element('outcome').addEventListener('click', ({ target }) => {
  const location = target instanceof Element && target.closest('[data-location]')?.getAttribute('data-location')
  if (location) editor.postMessage({ kind: 'reveal', location: JSON.parse(location) })
})
editor.postMessage({ kind: 'ready' })
