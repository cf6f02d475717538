import type { EventSet, Program } from '../program.ts'
import { feedsOf } from './feeds.ts'
import type { SetNode } from './nodes.ts'
import type { Feed, Followed, Plan, Tally } from './plan.ts'
import { residualOf } from './residual.ts'

/** Splits a program into what is followed event by event, and what is left to evaluate. */
export function collapse(program: Program, patience: number): Plan {
  const isLatched = program.stages.some(({ lines }) => lines.some(line => line.until))
  return { patience, ...(isLatched ? asItIs(program) : split(program)) }
}

type Parts = Omit<Plan, 'patience'>

function split(program: Program): Parts {
  const { nodes, tallies, feeds, needs, ...follow } = feedsOf(program)
  const residual = residualOf(program, follow)
  return {
    program,
    residual: { ...residual.program, attributes: [...program.attributes, ...feeds.map(attributeOf)] },
    nodes,
    followed: followedBy(program, nodes, tallies, feeds),
    tallies,
    settling: settlingBy(program, nodes, tallies),
    feeds,
    needs: [...needs, ...residual.needs],
    rest: typesIn(
      residual.needs.map(need => need.set),
      program,
    ),
  }
}

/** Whether a lead stays in a stage depends on what its scores were all along: everything is kept and read. */
function asItIs(program: Program): Parts {
  const types = program.events.map((_, index) => index)
  const needs = [{ set: { op: 'events', types }, life: Number.POSITIVE_INFINITY } as const]
  return {
    program,
    residual: program,
    nodes: [],
    followed: types.map(() => []),
    tallies: [],
    settling: types.map(() => []),
    feeds: [],
    needs,
    rest: new Set(types),
  }
}

function followedBy(program: Program, nodes: readonly SetNode[], tallies: readonly Tally[], feeds: readonly Feed[]) {
  const talliesOn = nodes.map((): number[] => [])
  tallies.forEach(({ node }, place) => {
    talliesOn[node]?.push(place)
  })
  const listed = new Set(feeds.flatMap(feed => ('node' in feed ? [feed.node] : [])))
  // What a set is made of comes before it.
  for (let place = nodes.length - 1; place >= 0; place--)
    if (listed.has(place) || talliesOn[place]?.length) for (const part of nodes[place]?.parts ?? []) listed.add(part)
  const followed = nodes.flatMap((_, node): Followed[] => {
    const on = talliesOn[node] ?? []
    const life = listed.has(node) ? Number.POSITIVE_INFINITY : Math.max(...on.map(tally => tallies[tally]?.keep ?? 0))
    return life >= 0 ? [{ node, tallies: on, life }] : []
  })
  return program.events.map((_, type) => followed.filter(({ node }) => nodes[node]?.types.has(type)))
}

function settlingBy(program: Program, nodes: readonly SetNode[], tallies: readonly Tally[]) {
  const places = tallies.flatMap(({ isEndless }, place) => (isEndless ? [place] : []))
  return program.events.map((_, type) => places.filter(place => nodes[tallies[place]?.node ?? -1]?.types.has(type)))
}

/** Feeds are numbers. They are never read from data; their names are none that an attribute has. */
function attributeOf(_: Feed, index: number): Program['attributes'][number] {
  const name = `(feed ${index})`
  return { name, key: name, type: { kind: 'number', integer: false }, required: false, unknownIn: [] }
}

/** The event types that sets read, also through shared sets and inside conditions. */
function typesIn(sets: readonly EventSet[], program: Program): ReadonlySet<number> {
  const seen = new Set<unknown>()
  const types = new Set<number>()
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return
    seen.add(part)
    const set = part as EventSet
    if (set.op === 'events') for (const type of set.types) types.add(type)
    else if (set.op === 'sharedSet') look(program.sets[set.index])
    else Object.values(part).forEach(look)
  }
  look(sets)
  return types
}
