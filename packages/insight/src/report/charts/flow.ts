/** Who was where before, and is where now: bands between two columns, as thick as leads are many. */
import { grouped } from '../../numbers.ts'
import { type Html, html } from '../html.ts'
import { picture, pictureWidth } from './picture.ts'
import { fitted, place, widthOf } from './text.ts'

export interface Flow {
  readonly from: string
  readonly to: string
  readonly leads: number
}

export interface FlowDiagram {
  readonly title: string
  readonly description: string
  /** The best first: bands that lead upwards go there. */
  readonly labels: readonly string[]
  /** One for each two labels at most, and none without leads. */
  readonly flows: readonly Flow[]
}

const height = 130
const between = 10
const nodeWidth = 7
const widestLabel = 130
/** However few leads there are in it, a band is seen. */
const thinnest = 1.5
const above = 20

export function flowDiagram({ title, description, labels, flows }: FlowDiagram): Html {
  const ordered = [...flows].sort((one, other) => labels.indexOf(one.from) - labels.indexOf(other.from))
  const thick = thicknessOf(flows)
  const before = columnOf(labels, ordered, 'from', thick)
  const after = columnOf(labels, ordered, 'to', thick)
  const labelWidth = widestOf([...before.nodes, ...after.nodes])
  const [left, right] = [labelWidth, pictureWidth - labelWidth]
  return picture({
    ...{ title, description },
    height: above + Math.max(before.height, after.height) + 4,
    body: [
      html`<text x="${left + nodeWidth}" y="12" text-anchor="end">before</text><text x="${right - nodeWidth}" y="12">now</text>`,
      ...ordered.map(flow =>
        band(flow, { labels, thick, before, after, left: left + nodeWidth, right: right - nodeWidth }),
      ),
      ...before.nodes.map(node => nodeOf(node, left, 'end')),
      ...after.nodes.map(node => nodeOf(node, right - nodeWidth, 'start')),
    ],
  })
}

type Thick = (leads: number) => number

function thicknessOf(flows: readonly Flow[]): Thick {
  const all = flows.reduce((sum, { leads }) => sum + leads, 0)
  return leads => Math.max(thinnest, (leads / all) * height)
}

// ---------------------------------------------------------------- columns

interface Node {
  readonly label: string
  readonly leads: number
  readonly top: number
  readonly size: number
  /** Where the name stands: below that of the node above. */
  readonly middle: number
}

interface Column {
  readonly nodes: readonly Node[]
  /** Where the band of each flow begins or ends. */
  readonly tops: ReadonlyMap<Flow, number>
  readonly height: number
}

const lineHeight = 13

/** @param side which end of the flows lies here */
function columnOf(labels: readonly string[], flows: readonly Flow[], side: 'from' | 'to', thick: Thick): Column {
  const other = side === 'from' ? 'to' : 'from'
  const tops = new Map<Flow, number>()
  const nodes: Node[] = []
  let top = above
  let last = Number.NEGATIVE_INFINITY
  for (const label of labels) {
    const own = flows.filter(flow => flow[side] === label)
    if (own.length === 0) continue
    const begin = top
    for (const flow of own.sort((a, b) => labels.indexOf(a[other]) - labels.indexOf(b[other]))) {
      tops.set(flow, top)
      top += thick(flow.leads)
    }
    const middle = Math.max((begin + top) / 2, last + lineHeight)
    nodes.push({ label, leads: own.reduce((sum, { leads }) => sum + leads, 0), top: begin, size: top - begin, middle })
    last = middle
    top += between
  }
  return { nodes, tops, height: Math.max(top - between, last + 4) - above }
}

type Labelled = Pick<Node, 'label' | 'leads'>

function nameOf({ label, leads }: Labelled): string {
  const count = ` ${grouped(leads)}`
  return `${fitted(label, widestLabel - widthOf(count))}${count}`
}

const widestOf = (nodes: readonly Labelled[]) => Math.max(...nodes.map(node => widthOf(nameOf(node)))) + 8

function nodeOf({ label, leads, top, size, middle }: Node, x: number, anchor: 'start' | 'end'): Html {
  const at = anchor === 'end' ? x - 5 : x + nodeWidth + 5
  return html`<rect class="node" x="${place(x)}" y="${place(top)}" width="${nodeWidth}" height="${place(size)}"/><text class="name" x="${place(at)}" y="${place(middle + 4)}" text-anchor="${anchor}">${nameOf({ label, leads })}</text>`
}

// ---------------------------------------------------------------- bands

interface Frame {
  readonly labels: readonly string[]
  readonly thick: Thick
  readonly before: Column
  readonly after: Column
  readonly left: number
  readonly right: number
}

function band(flow: Flow, { labels, thick, before, after, left, right }: Frame): Html {
  const [from, to, size] = [before.tops.get(flow) as number, after.tops.get(flow) as number, thick(flow.leads)]
  const middle = (left + right) / 2
  const edge = (start: number, startY: number, end: number, endY: number) =>
    `${place(start)} ${place(startY)}C${middle} ${place(startY)} ${middle} ${place(endY)} ${place(end)} ${place(endY)}`
  const path = `M${edge(left, from, right, to)}L${edge(right, to + size, left, from + size)}Z`
  return html`<path class="${wayOf(flow, labels)}" d="${path}"><title>${flow.from} &rarr; ${flow.to}: ${grouped(flow.leads)}</title></path>`
}

function wayOf({ from, to }: Flow, labels: readonly string[]): 'stay' | 'up' | 'down' {
  const rise = labels.indexOf(from) - labels.indexOf(to)
  return rise === 0 ? 'stay' : rise > 0 ? 'up' : 'down'
}
