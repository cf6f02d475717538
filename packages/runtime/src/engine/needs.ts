import type { Lookup, Needs } from '../columns/needs.ts'
import type { EventSet, Program } from '../program.ts'

/** What scoring never asks: explanations, promises, texts and places. */
const UNASKED: ReadonlySet<string> = new Set(['parts', 'reads', 'subject', 'span', 'automaton', 'values'])

/** What is reached from one set without asking another about the same events. */
const OF_A_SET: ReadonlySet<string> = new Set(['set', 'sets', 'without'])

/** How events of a type are looked up one by one; nothing where nobody does. */
export type LookupsOf = (type: number) => readonly Lookup[] | undefined

/**
 * What scoring a program reads of a lead. `isHeard`: events of the set are told one by one, and those that all lookups of
 * their type say nothing about are in none of these sets. Types in other sets are needed whole.
 */
export function needsOf(program: Program, isHeard: (set: EventSet) => boolean, lookupsOf: LookupsOf): Needs {
  const asked = new Asked(program, isHeard)
  const whole = program.stages.some(({ lines }) => lines.some(({ until }) => until !== undefined))
  return {
    attributes: program.attributes.map((_, index) => asked.attributes.has(index)),
    events: program.events.map(({ properties }, type) => {
      const lookups = whole || asked.types.has(type) ? [] : lookupsOf(type)
      return lookups && { properties: properties.map(({ name }) => asked.properties.has(name)), lookups }
    }),
  }
}

type Node = Readonly<Record<string, unknown>>

/** What the nodes of a program name. They are visited from a list: chains of them may be too long for the stack. */
class Asked {
  readonly attributes = new Set<unknown>()
  readonly properties = new Set<unknown>()
  /** Of sets that are not heard. */
  readonly types = new Set<unknown>()
  private readonly program: Program
  private readonly isHeard: (set: EventSet) => boolean
  /** Nodes may be shared, also by sets that are heard and others. */
  private readonly met = { heard: new Set<unknown>(), other: new Set<unknown>() }
  private readonly pending: (() => void)[] = []

  constructor(program: Program, isHeard: (set: EventSet) => boolean) {
    this.program = program
    this.isHeard = isHeard
    for (const part of [program.scores, program.grades, program.stages, program.disqualifications])
      this.meet(part, false)
    for (let visit = this.pending.pop(); visit; visit = this.pending.pop()) visit()
  }

  private meet(node: unknown, heard: boolean): void {
    const met = heard ? this.met.heard : this.met.other
    if (typeof node !== 'object' || node === null || met.has(node)) return
    met.add(node)
    this.pending.push(() => this.visit(node as Node, heard))
  }

  private visit(node: Node, heard: boolean): void {
    this.note(node, heard)
    for (const key in node) {
      const part = node[key]
      if (key === 'steps') this.meetGathered((part as readonly Node[]).at(-1)?.set as EventSet)
      else if (key === 'set' && node.op === 'count') this.meetGathered(part as EventSet)
      else if (!UNASKED.has(key)) this.meet(part, heard && (OF_A_SET.has(key) || Array.isArray(node)))
    }
  }

  private meetGathered(set: EventSet): void {
    this.meet(set, this.isHeard(set))
  }

  private note({ op, index, name, types }: Node, heard: boolean): void {
    if (op === 'attribute') this.attributes.add(index)
    else if (op === 'property') this.properties.add(name)
    else if (op === 'value') this.meet(this.program.values[index as number], false)
    else if (op === 'sharedSet') this.meet(this.program.sets[index as number], heard)
    else if (op === 'events' && !heard) for (const type of types as readonly number[]) this.types.add(type)
  }
}
