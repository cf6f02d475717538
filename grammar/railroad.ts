/** Diagrams of the grammar as one page without any script: rails from left to right, a box for each part. */
import type { Production, Rule } from './productions.ts'
import { rulesIn } from './productions.ts'

/** A drawing whose rail enters at the left and leaves at the right, both at height `rail`. */
interface Drawing {
  readonly width: number
  readonly height: number
  readonly rail: number
  readonly svg: string
}

const unit = 10
const boxHeight = 24
const gap = 2 * unit

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const moved = ({ svg }: Drawing, x: number, y: number) => `<g transform="translate(${x} ${y})">${svg}</g>`
const line = (path: string) => `<path d="${path}"/>`

function box(text: string, kind: 'word' | 'literal' | 'rule'): Drawing {
  const width = Math.round(text.length * 7.4) + 2 * unit
  const label = `<text x="${width / 2}" y="16">${escaped(text)}</text>`
  const frame = `<rect class="${kind}" width="${width}" height="${boxHeight}" rx="${kind === 'rule' ? 0 : unit}"/>`
  const svg = kind === 'rule' ? `<a href="#${text}">${frame}${label}</a>` : frame + label
  return { width, height: boxHeight, rail: boxHeight / 2, svg }
}

const empty: Drawing = { width: unit, height: boxHeight, rail: boxHeight / 2, svg: line(`M0 ${boxHeight / 2}h${unit}`) }

function sequence(parts: readonly Drawing[]): Drawing {
  const rail = Math.max(...parts.map(part => part.rail))
  const below = Math.max(...parts.map(part => part.height - part.rail))
  let x = 0
  const svg = parts.map((part, i) => {
    const joint = i > 0 ? line(`M${x - unit} ${rail}h${unit}`) : ''
    const drawn = joint + moved(part, x, rail - part.rail)
    x += part.width + unit
    return drawn
  })
  return { width: x - unit, height: rail + below, rail, svg: svg.join('') }
}

/** Branches below each other; the rail is that of the first. */
function choice(branches: readonly Drawing[]): Drawing {
  const inner = Math.max(...branches.map(branch => branch.width))
  const width = inner + 2 * gap
  const rail = (branches[0] as Drawing).rail
  let y = 0
  const svg = branches.map(branch => {
    const own = y + branch.rail
    const drawn = moved(branch, gap, y) + rails(rail, own, width, gap + branch.width)
    y += branch.height + unit
    return drawn
  })
  return { width, height: y - unit, rail, svg: svg.join('') }
}

/** From the common rail to a branch's own, and back. */
function rails(rail: number, own: number, width: number, end: number): string {
  if (own === rail) return line(`M0 ${rail}h${gap}M${end} ${rail}H${width}`)
  const turn = unit
  const down = own - rail - 2 * turn
  const into = `M0 ${rail}q${turn} 0 ${turn} ${turn}v${down}q0 ${turn} ${turn} ${turn}`
  const out = `M${end} ${own}H${width - gap}q${turn} 0 ${turn} ${-turn}v${-down}q0 ${-turn} ${turn} ${-turn}`
  return line(into) + line(out)
}

/** Around the part and back, with a rail below it. */
function loop(part: Drawing): Drawing {
  const width = part.width + 2 * gap
  const { rail } = part
  const back = part.height + unit / 2
  const round =
    `M${width - gap} ${rail}q${unit} 0 ${unit} ${unit}V${back - unit}q0 ${unit} ${-unit} ${unit}` +
    `H${gap}q${-unit} 0 ${-unit} ${-unit}V${rail + unit}q0 ${-unit} ${unit} ${-unit}`
  const through = line(`M0 ${rail}h${gap}M${width - gap} ${rail}h${gap}`)
  return { width, height: back + 2, rail, svg: moved(part, gap, 0) + through + line(round) }
}

function draw(production: Production): Drawing {
  switch (production.kind) {
    case 'word':
      return box(production.text, 'word')
    case 'literal':
      return box(production.name, 'literal')
    case 'rule':
      return box(production.name, 'rule')
    case 'sequence':
      return production.parts.length > 0 ? sequence(production.parts.map(draw)) : empty
    case 'choice':
      return choice(production.parts.map(draw))
    case 'optional':
      return choice([empty, draw(production.part)])
    case 'repeated':
      return choice([empty, loop(draw(production.part))])
    case 'several':
      return loop(draw(production.part))
  }
}

function diagram({ body }: Rule): string {
  const drawing = draw(body)
  const [width, height] = [drawing.width + 4 * unit, drawing.height + 2 * unit]
  const ends = line(`M0 ${drawing.rail + unit}h${2 * unit}M${width - 2 * unit} ${drawing.rail + unit}h${2 * unit}`)
  const content = ends + moved(drawing, 2 * unit, unit)
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`
}

const style = `
  :root { color-scheme: light dark }
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem }
  h2 { font: 600 1rem ui-monospace, monospace; margin: 2rem 0 .25rem }
  figure { margin: 0; overflow-x: auto }
  svg path { fill: none; stroke: currentColor; stroke-width: 1.5 }
  svg rect { stroke: currentColor; fill: Canvas }
  svg rect.word { fill: #cfe8cf } svg rect.literal { fill: #f6e3b4 }
  svg rect.word + text, svg rect.literal + text { fill: #000 }
  svg text { font: 12px ui-monospace, monospace; text-anchor: middle; fill: currentColor }
  p.uses { margin: .25rem 0; font-size: .85rem }`

/** A page with a diagram for each rule, and links between them. */
export function railroad(rules: readonly Rule[]): string {
  const users = (name: string) => rules.filter(({ body }) => rulesIn(body).includes(name)).map(rule => rule.name)
  const sections = rules.map(rule => {
    const links = users(rule.name).map(user => `<a href="#${user}">${user}</a>`)
    const uses = links.length > 0 ? `\n<p class="uses">used by ${links.join(', ')}</p>` : ''
    return `<h2 id="${rule.name}">${rule.name}</h2>\n<figure>${diagram(rule)}</figure>${uses}`
  })
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>The grammar of Merit</title>
<style>${style}
</style>
<h1>The grammar of Merit</h1>
<p>Written by <code>npm run generate</code> from the parser. Green: words of the language. Yellow: names, texts, numbers. White: other rules.</p>
${sections.join('\n')}
</html>
`
}
