/** The style of a report. */
import { letterSize } from './charts/text.ts'

/** How a report looks: the reader's own fonts, one accent colour, light or dark as the reader has it, and on paper always light. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f5f6f8; --paper: #ffffff; --ink: #1b1f24; --quiet: #565f69; --line: #d7dce2;
  --accent: #0b5cad; --tint: #e4eefb; --rest: #c3cad3;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1216; --paper: #181c22; --ink: #e8ebef; --quiet: #a0aab5; --line: #303843;
    --accent: #74b4ff; --tint: #1b2c42; --rest: #47515e;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--paper); padding: 0.5rem 1rem; z-index: 1; }
.skip:focus { top: 0.5rem; }

.page { max-width: 88rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
@media (min-width: 70rem) {
  .page { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 0 3rem; padding: 2.5rem 2.5rem 5rem; }
  .page > nav { position: sticky; top: 2.5rem; align-self: start; max-height: calc(100vh - 5rem); overflow-y: auto; }
  .page > nav > ul { border-left: 1px solid var(--line); padding-left: 1rem; }
}
nav { font-size: 0.875rem; margin-bottom: 2rem; }
nav p { margin: 0 0 0.5rem; font-weight: 600; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav ul ul { padding-left: 1rem; }
nav li { margin: 0.25rem 0; }
@media (max-width: 69.99rem) {
  nav > ul:not(:has(ul)) { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
}
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }

h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0; font-weight: 650; text-wrap: balance; }
h1 { font-size: 1.875rem; letter-spacing: -0.01em; }
h2 { font-size: 1.375rem; margin: 3rem 0 0.75rem; }
h3 { font-size: 1.0625rem; margin: 1.75rem 0 0.5rem; }
h4, h5 { font-size: 1rem; margin: 1.25rem 0 0.5rem; }
.model > h2, .model > header > h2 { font-size: 1.625rem; padding-top: 2rem; border-top: 2px solid var(--ink); }
.model > section > h3 { font-size: 1.25rem; margin-top: 2.5rem; }
.card > :first-child { margin-top: 0; }
.range { font-weight: 400; color: var(--quiet); white-space: nowrap; margin-left: 0.25rem; font-variant-numeric: tabular-nums; }
p { margin: 0.5rem 0; max-width: 46rem; }
.lead { font-size: 1.125rem; }
.quiet, figcaption, caption, .note { color: var(--quiet); font-size: 0.875rem; }
.note { display: block; }
code { font: 0.875em/1.45 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; }

.figures { display: flex; flex-wrap: wrap; gap: 0.75rem 2.5rem; margin: 1.25rem 0 0; }
.figures div { display: flex; flex-direction: column-reverse; }
.figures dt { color: var(--quiet); font-size: 0.875rem; }
.figures dd { margin: 0; font-size: 1.5rem; line-height: 1.3; font-variant-numeric: tabular-nums; }

.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 25rem), 1fr)); align-items: start; margin: 1rem 0; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 1.125rem 1.25rem; margin: 1rem 0; min-width: 0; }
.cards > .card { margin: 0; }
.card h3, .card h4, .card h5 { margin: 0 0 0.5rem; }
.gap { border-left: 3px solid var(--line); padding-left: 1rem; }

ul { padding-left: 1.25rem; margin: 0.5rem 0; }
.plain, .changes, .verdicts, .facts { list-style: none; padding: 0; }
.plain li { margin: 0.125rem 0; }
.changes li, .verdicts li { display: flex; gap: 0.625rem; margin: 0.625rem 0; }
.changes li > div, .verdicts li > div { min-width: 0; }
.mark { flex: none; width: 1.25rem; font-weight: 700; text-align: center; color: var(--ink); }
.mark.added, .mark.holds { color: var(--accent); }
.kind { font-weight: 600; }
.changes dl { margin: 0.25rem 0 0; }
.changes dl > div { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
dt { color: var(--quiet); }
.changes dd { margin: 0; }
.facts { display: flex; flex-wrap: wrap; gap: 0.375rem; }
.facts li { background: var(--tint); border-radius: 4px; padding: 0.0625rem 0.5rem; font-size: 0.875rem; }
.ids { font-size: 0.9375rem; }
.ids code { display: inline-block; margin: 0.125rem 0.5rem 0.125rem 0; }

table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; margin: 0.75rem 0 0; }
caption { text-align: left; padding-bottom: 0.25rem; }
th, td { text-align: left; vertical-align: top; padding: 0.3125rem 0.75rem 0.3125rem 0; border-top: 1px solid var(--line); }
thead th, thead td { border-top: 0; border-bottom: 1px solid var(--quiet); color: var(--quiet); font-size: 0.8125rem; font-weight: 500; }
tbody tr:first-child > * { border-top: 0; }
tbody th { font-weight: 400; min-width: 6rem; }
thead .number { white-space: normal; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.bar { width: 28%; min-width: 6rem; padding-right: 0; }
svg.bar { display: block; width: 100%; height: 0.875rem; margin: 0.25rem 0; }
.depth-1 { padding-left: 1rem; } .depth-2 { padding-left: 2rem; } .depth-3 { padding-left: 3rem; } .depth-4 { padding-left: 4rem; }
@media (max-width: 40rem) {
  .titled td.bar { display: none; }
  .bare td.bar { width: 26%; min-width: 4rem; }
  .depth-1, .depth-2, .depth-3, .depth-4 { padding-left: 0.75rem; border-left: 2px solid var(--line); }
  .card { padding: 1rem 0.875rem; }
  table { font-size: 0.875rem; }
  th, td { padding-right: 0.5rem; }
  .number { padding-left: 0.5rem; padding-right: 0.25rem; }
}
td > ul { margin: 0.125rem 0 0; }
td > ul:first-child { margin-top: 0; }
td > ul:last-child { margin-bottom: 0; }
.card > table + table { margin-top: 1.5rem; }
table.bare caption { color: var(--ink); font-weight: 600; padding-bottom: 0.375rem; border-bottom: 1px solid var(--quiet); }
table.bare thead > tr > * { font-size: 0; line-height: 0; padding-top: 0; padding-bottom: 0; border: 0; }
details { margin-top: 0.5rem; }
summary { cursor: pointer; color: var(--accent); font-size: 0.875rem; width: fit-content; }

figure { margin: 0.5rem 0 0; }
.chart { display: block; width: 100%; max-width: 27rem; height: auto; overflow: visible; }
.chart text { font-size: ${letterSize}px; fill: var(--quiet); font-variant-numeric: tabular-nums; }
.chart .name { fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
.grid { stroke: var(--line); }
.axis, .zero { stroke: var(--quiet); }
.zero { vector-effect: non-scaling-stroke; }
.threshold { stroke: var(--ink); stroke-dasharray: 4 3; }
rect.now, rect.up { fill: var(--accent); }
rect.down, rect.before { fill: var(--quiet); }
rect.group { fill: var(--quiet); }
rect.endless { fill: var(--accent); fill-opacity: 0.45; }
path.before { fill: none; stroke: var(--ink); stroke-width: 1.25; }
.node { fill: var(--ink); }
path.stay { fill: var(--rest); fill-opacity: 0.6; stroke: var(--quiet); stroke-width: 0.4; }
path.up { fill: var(--accent); }
path.down { fill: var(--quiet); }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; }

@media print {
  :root { color-scheme: light; }
  @page { margin: 16mm 14mm; }
  html { font-size: 10pt; }
  body { background: none; }
  .page { padding: 0; max-width: none; }
  .page > nav, .skip, details:not([open], .printed) { display: none; }
  details.printed::details-content { content-visibility: visible; height: auto; }
  .cards { grid-template-columns: 1fr 1fr; }
  .card { border-color: var(--line); }
  .card, figure, tr, li { break-inside: avoid; }
  .card:has(tbody tr:nth-child(24)) { break-inside: auto; }
  h1, h2, h3, h4, caption, thead { break-after: avoid; }
  .model + .model { break-before: page; }
  svg, .facts li { print-color-adjust: exact; }
}
`.trim()
