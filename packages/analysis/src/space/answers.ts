/** What conditions say of one value, by the reference evaluator. */
import type { Expr, Program, Value } from '@merit-lang/runtime'
import { compute, type LeadEvent, type Run, type Scope } from '@merit-lang/runtime/reference'
import { operandsOf, type Subject } from './reads.ts'

/** An answer for each of the atoms, which read the subject and nothing else. */
export function answersOf(
  program: Program,
  subject: Subject,
  atoms: readonly Expr[],
): (value: Value) => readonly boolean[] {
  return value => {
    const scope = scopeWith(program, subject, value)
    return atoms.map(atom => compute(atom, scope) === true)
  }
}

/** Nothing is there but the value. Shared values are worked out when they are asked for, not all those before them too. */
function scopeWith(program: Program, subject: Subject, value: Value): Scope {
  const attributes: Value[] = []
  if (subject.kind === 'attribute') attributes[subject.index] = value
  const run: Run = {
    program,
    lead: { id: null, attributes, events: [], issues: [] },
    now: 0,
    value: index => compute(program.values[index] as Expr, { run }),
    sharedSet: unasked,
    events: unasked,
    aggregate: unasked,
    moment: unasked,
    score: unasked,
    grade: unasked,
    line: unasked,
    stage: unasked,
  }
  return subject.kind === 'property' ? { run, event: eventWith(subject.name, value) } : { run }
}

function eventWith(name: string, value: Value): LeadEvent {
  return { type: 0, name: '', at: 0, id: null, rank: 0, properties: new Map([[name, value]]) }
}

function unasked(): never {
  throw new Error('A condition on one value asks for something else.')
}

/** Every text and number that stands in these conditions. */
export function constantsIn(atoms: readonly Expr[], program: Program): ReadonlySet<string | number> {
  const found = new Set<string | number>()
  for (const e of nodesOf(atoms, program)) {
    const values = e.op === 'const' ? [e.value].flat() : e.op === 'member' ? e.values : []
    for (const value of values) if (typeof value === 'string' || typeof value === 'number') found.add(value)
  }
  return found
}

/** Each node, with those that are referred to. */
export function* nodesOf(roots: readonly Expr[], program: Program): Generator<Expr> {
  for (const e of roots) {
    yield e
    yield* nodesOf(e.op === 'value' ? [program.values[e.index] as Expr] : operandsOf(e), program)
  }
}
