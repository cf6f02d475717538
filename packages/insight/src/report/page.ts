/** A report as one page that needs nothing else: no network, no script. */
import type { LeadsTold, ModelRead, ModelReport, ReportData } from './data.ts'
import { Html, html, none, when } from './html.ts'
import { type Context, code, heading, list, named, paragraph, type Section, section } from './parts.ts'
import { anatomySection } from './sections/anatomy.ts'
import { changesSection } from './sections/changes.ts'
import { coverageSection } from './sections/coverage.ts'
import { figuresOf } from './sections/figures.ts'
import { leadsSection } from './sections/leads.ts'
import { movesSection } from './sections/moves.ts'
import { proofSection } from './sections/proof.ts'
import { spreadSection } from './sections/spread.ts'
import { style } from './style.ts'

/** Nothing but what stands in the page itself. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

export function reportPage(data: ReportData): string {
  const title = titleOf(data)
  const models = data.models.map((model, i) =>
    modelOf(model, data, { level: data.models.length > 1 ? 2 : 1, id: `m${i + 1}` }),
  )
  const { text } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#content">To the content</a>
<div class="page">
${contents(models)}
<main id="content" tabindex="-1">
${when(models.length > 1, () => html`<header>${heading(1, title)}${given(data)}</header>`)}
${models.map(({ body }) => body)}
<footer class="quiet">Written by ${data.by}. It holds what was given when it was written, and loads nothing.</footer>
</main>
</div>
</body>
</html>
`
  return text
}

function titleOf({ models }: ReportData): string {
  const [first] = models
  return first && models.length === 1 ? first.name : `${models.length} models`
}

/** What was looked at. */
function given({ base, leads }: ReportData): Html {
  return html`${base === undefined ? none : html`<p class="quiet">Compared with ${code(base)}.</p>`}${leads ? leadsLine(leads) : none}`
}

function leadsLine({ file, events, now }: LeadsTold): Html {
  return html`<p class="quiet">Leads of ${code(file)}${events === undefined ? none : html` with the events of ${code(events)}`}, scored for ${now}.</p>`
}

// ---------------------------------------------------------------- contents

interface ModelPart {
  readonly id: string
  readonly name: string
  readonly sections: readonly Section[]
  readonly body: Html
}

function contents(models: readonly ModelPart[]): Html {
  const links = ({ id, sections }: ModelPart) => sections.map(one => html`<a href="#${id}-${one.id}">${one.title}</a>`)
  const [first] = models
  const items =
    first && models.length === 1
      ? links(first)
      : models.map(
          model =>
            html`<a href="#${model.id}">${named(model.name)}</a>${when(model.sections.length > 0, () => list(links(model)))}`,
        )
  return html`<nav aria-label="Contents"><p>Contents</p>${list(items)}</nav>`
}

// ---------------------------------------------------------------- a model

function modelOf(model: ModelReport, data: ReportData, context: Context): ModelPart {
  const { name, path, state } = model
  const { id, level } = context
  if (state.kind === 'unread') {
    const body = html`${heading(level, named(name), id)}<p><span class="mark" aria-hidden="true">&cross;</span> Not read: ${state.why}</p>`
    return { id, name, sections: [], body: around(level, id, body) }
  }
  const below = { ...context, level: level + 1 }
  const sections = sectionsOf(state, below)
  const body = html`<header>${heading(level, named(name), id)}<p class="quiet">${code(path)}, revision ${code(state.revision)}</p>${when(
    state.about !== undefined,
    () => paragraph(state.about as string),
  )}${when(level === 1, () => given({ ...data, base: undefined }))}${figuresOf(state)}${missing(state, data)}</header>${sections.map(one => section(below, one))}`
  return { id, name, sections, body: around(level, id, body) }
}

const around = (level: number, id: string, body: Html) =>
  level === 1
    ? html`<div class="model">${body}</div>`
    : html`<section class="model" aria-labelledby="${id}">${body}</section>`

function sectionsOf({ anatomy, compared, impact, coverage }: ModelRead, context: Context): readonly Section[] {
  const isCompared = compared?.kind === 'compared'
  return [
    ...(compared ? [changesSection(compared)] : []),
    ...(isCompared && impact ? [movesSection(impact, context)] : []),
    ...(isCompared && impact && impact.affected > 0 ? [leadsSection(impact, context)] : []),
    ...(impact ? [spreadSection(impact, isCompared, context)] : []),
    ...(compared?.kind === 'compared' && !compared.proof.alike ? [proofSection(compared.proof)] : []),
    anatomySection(anatomy, context),
    ...('tally' in coverage ? [coverageSection(coverage, context)] : []),
  ]
}

/** What is not in the report, and what to give so that it is. */
function missing({ compared, impact, coverage }: ModelRead, { base }: ReportData): Html {
  const notes = [
    ...(compared || base !== undefined
      ? []
      : [html`What changed: nothing was given to compare with (${code('--base')}).`]),
    ...(impact
      ? []
      : [
          html`How leads are spread${compared ? ', and who is affected' : ''}: no leads were given (${code('--leads')}).`,
        ]),
    ...('tally' in coverage ? [] : [html`What the tests reach: ${coverage.why}.`]),
  ]
  return when(notes.length > 0, () => html`<div class="gap quiet"><p>Not in this report:</p>${list(notes)}</div>`)
}
