import type { EventNeeds, Needs, WantedProperty } from '../columns/needs.ts'
import { Wanted } from '../columns/wanted.ts'
import type { EventSet, EventType, Expr, Program } from '../program.ts'
import { wantedValues } from './by-value.ts'
import { type Branch, isSet, localOf } from './local.ts'

/**
 * What scoring a program reads of a lead. An event matters where it is in one of the sets out of which others are made, and
 * to lines that last every event does.
 */
export function needsOf(program: Program): Needs {
  const asked = new Asked(program)
  const all = program.stages.some(({ lines }) => lines.some(({ until }) => until !== undefined))
  return {
    attributes: program.attributes.map((_, index) => asked.attributes.has(index)),
    events: program.events.map((type, index) => {
      const branches = asked.branches.get(index)
      return all || branches ? eventNeedsOf(type, asked, all ? [] : (branches ?? [])) : undefined
    }),
  }
}

function eventNeedsOf(type: EventType, { properties }: Asked, branches: readonly Branch[]): EventNeeds {
  return { properties: type.properties.map(({ name }) => properties.has(name)), wanted: wantedOf(type, branches) }
}

/** None where events of a branch are not told by the value of a property, or where most values are wanted. */
function wantedOf(type: EventType, branches: readonly Branch[]): readonly WantedProperty[] {
  const texts = new Map<number, Set<string>>()
  for (const { where } of branches) {
    const found = firstWanted(type, where)
    if (!found) return []
    const known = texts.get(found.column) ?? new Set()
    for (const value of found.values) if (typeof value === 'string') known.add(value)
    texts.set(found.column, known)
  }
  if ([...texts].some(([column, { size }]) => isMostOf(type, column, size))) return []
  return [...texts].map(([column, values]) => ({ column, values: new Wanted(values) }))
}

function firstWanted({ properties }: EventType, where: readonly Expr[]) {
  for (const part of where) {
    const { of, values } = wantedValues(part) ?? {}
    const name = of?.op === 'fold' && of.of.op === 'property' ? of.of.name : undefined
    const column = properties.map(property => property.name).lastIndexOf(name ?? '')
    const kind = properties[column]?.type.kind
    if (values && (kind === 'text' || kind === 'enum')) return { column, values }
  }
  return undefined
}

function isMostOf({ properties }: EventType, column: number, count: number): boolean {
  const type = properties[column]?.type
  return type?.kind === 'enum' && type.values !== undefined && 2 * count > type.values.length
}

/** What scoring never asks: explanations, texts and places. */
const UNASKED: ReadonlySet<string> = new Set(['parts', 'reads', 'subject', 'span', 'automaton'])

type Node = Readonly<Record<string, unknown>>

/** What the nodes of a program name. They are visited from a list, since chains of them may be too long for the stack. */
class Asked {
  readonly attributes = new Set<unknown>()
  readonly properties = new Set<unknown>()
  /** By event type. */
  readonly branches = new Map<number, Branch[]>()
  private readonly program: Program
  private readonly met = new Set<unknown>()
  private readonly pending: Node[] = []

  constructor(program: Program) {
    this.program = program
    for (const part of [program.scores, program.grades, program.stages, program.disqualifications]) this.meet(part)
    for (let node = this.pending.pop(); node; node = this.pending.pop()) this.visit(node)
  }

  private meet(node: unknown): void {
    if (typeof node !== 'object' || node === null || this.met.has(node)) return
    this.met.add(node)
    this.pending.push(node as Node)
  }

  private visit(node: Node): void {
    const local = isSet(node) ? localOf(node as unknown as EventSet, this.program) : undefined
    if (local) for (const [type, branch] of local) this.add(type, branch)
    else this.visitParts(node)
  }

  private add(type: number, branch: Branch): void {
    const branches = this.branches.get(type) ?? []
    branches.push(branch)
    this.branches.set(type, branches)
    this.meet(branch.where)
    this.meet(branch.since)
  }

  private visitParts(node: Node): void {
    this.note(node)
    for (const key in node) {
      if (key === 'steps') this.meet((node[key] as readonly Node[]).at(-1)?.set)
      else if (!UNASKED.has(key)) this.meet(node[key])
    }
  }

  private note({ op, index, name }: Node): void {
    if (op === 'attribute') this.attributes.add(index)
    else if (op === 'property') this.properties.add(name)
    else if (op === 'value') this.meet(this.program.values[index as number])
    else if (op === 'sharedSet') this.meet(this.program.sets[index as number])
  }
}
