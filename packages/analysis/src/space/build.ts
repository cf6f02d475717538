import type { Attribute, Expr, Program } from '@merit-lang/runtime'
import { opposite } from '@merit-lang/runtime/reference'
import { atOnce, type Steps } from '../steps.ts'
import type { Asked } from './asked.ts'
import type { Domain } from './domain.ts'
import { domainOf } from './domain-of.ts'
import { eventsOf } from './event-classes.ts'
import { momentOf } from './kinds.ts'
import { type Questions, questionsOf } from './questions.ts'
import type { Atom, Space, Variable } from './space.ts'

/** All leads of a program, cut into classes that its conditions do not tell apart. Never throws. */
export function spaceOf(program: Program): Space {
  return atOnce(cutting(program))
}

/** The same in steps, one for each attribute. */
export function* cutting(program: Program): Steps<Space> {
  const questions = questionsOf(program)
  const variables: Variable[] = []
  const atoms = new Map<Expr, Atom>()
  const domains: { readonly domain: Domain; readonly places: readonly number[] }[] = []
  for (const [index, attribute] of program.attributes.entries()) {
    yield
    const asked = questions.attributes.get(index)
    if (!asked) continue
    const domain = domainOf(questionOf(attribute, index, asked, program, questions))
    for (const [expr, atom] of atomsOf(asked, domain, variables.length)) atoms.set(expr, atom)
    const first = variables.length
    for (const { classes } of domain.groups) variables.push({ attribute: index, classes })
    domains[index] = { domain, places: domain.groups.map((_, group) => first + group) }
  }
  yield
  const events = eventsOf(program, questions)
  return {
    program,
    variables,
    variablesOf: program.attributes.map((_, index) => domains[index]?.places ?? []),
    events: events.classes,
    askedOfEvents: events.asked,
    atoms,
    valuesIn: (attribute, classes) => domains[attribute]?.domain.valuesIn(classes) ?? [],
    propertiesIn: events.propertiesIn,
  }
}

function questionOf(
  attribute: Attribute,
  index: number,
  { atoms, raw }: Asked,
  program: Program,
  { events }: Questions,
) {
  const ages = events.get(momentOf(index))?.windows ?? []
  return { program, attribute, subject: { kind: 'attribute', index }, atoms, raw, ages } as const
}

/** `first`: the variable of the first group. */
function* atomsOf({ answers }: Asked, { groups }: Domain, first: number): Generator<readonly [Expr, Atom]> {
  const plain = new Map(
    groups.flatMap(({ atoms, classes }, group) =>
      atoms.map(
        (atom, place) => [atom, { variable: first + group, holds: classes.map(({ holds }) => holds[place]) }] as const,
      ),
    ),
  )
  const negations = new Map<number, Atom>()
  for (const [expr, { atom, negated }] of answers) {
    const found = plain.get(atom)
    if (found) yield [expr, negated ? negationOf(atom, found) : found]
  }

  function negationOf(atom: number, { variable, holds }: Atom): Atom {
    const known = negations.get(atom) ?? { variable, holds: holds.map(opposite) }
    negations.set(atom, known)
    return known
  }
}
