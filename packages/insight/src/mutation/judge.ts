/** What becomes of each mutant: a test notices it, a lead shows it, no lead does, or nobody knows. */
import {
  analyse,
  type Budget,
  type Difference,
  differs,
  NotComparable,
  promisesOf,
  testOf,
  type Witness,
} from '@merit-lang/analysis'
import { type CheckedModel, type Lowered, positionAt, runTest, type TestCase } from '@merit-lang/language'
import type { Judgement, MutationPlace } from './mutation.ts'
import { namingTests } from './naming.ts'
import { mutationPlaces } from './places.ts'
import { expectationApart, leadOfLost, resultFor } from './shown.ts'
import { Watch } from './watch.ts'
import { type Change, Workshop } from './workshop.ts'

export interface JudgeOptions {
  /** Which tests are run, by name; all where absent. They pass. */
  readonly isWanted?: (name: string) => boolean
}

/** Judges the mutants of a model, place by place; what it says of a place does not depend on what was asked before. */
export class Judge {
  readonly places: readonly MutationPlace[]
  private readonly model: CheckedModel
  private readonly lowered: Lowered
  /** Of rules without which a test could not be read, since it names them, the first that does. */
  private readonly naming: ReadonlyMap<MutationPlace, string>
  private readonly workshop: Workshop
  /** For one test at a time. */
  private readonly trials: Workshop
  private readonly watch: Watch
  /** Tests that were suggested; only those that pass. */
  private readonly tried = new Map<string, { readonly test: TestCase | undefined }>()
  private readonly isWanted: (name: string) => boolean

  constructor(model: CheckedModel, lowered: Lowered, { isWanted = () => true }: JudgeOptions = {}) {
    this.model = model
    this.lowered = lowered
    this.isWanted = isWanted
    this.places = mutationPlaces(model)
    this.naming = namingTests(model, this.places, isWanted)
    this.workshop = new Workshop(model, true)
    this.trials = new Workshop(model, false)
    this.watch = new Watch(lowered, isWanted)
  }

  /** One for each mutant of the place. */
  *judgements(place: MutationPlace): Generator<Judgement> {
    const shown: Shown[] = []
    for (const mutant of place.mutants) yield this.judgement({ place, mutant }, shown)
  }

  private judgement(change: Change, shown: Shown[]): Judgement {
    const naming = change.mutant.kind === 'rule' ? this.naming.get(change.place) : undefined
    if (naming !== undefined) return { verdict: 'noticed', by: naming }
    const made = this.workshop.make(change)
    if (made.kind === 'refused') return this.refusal(made.test)
    const { by, leads } = this.watch.lookAt(made.lowered, placeOf(change.place))
    if (by !== undefined) return { verdict: 'noticed', by }
    const promise = this.brokenPromise(made.lowered)
    return promise === undefined
      ? this.survivor(change, made.lowered, leads, shown)
      : { verdict: 'noticed', by: promise }
  }

  private refusal(test: string | undefined): Judgement {
    return test !== undefined && this.isWanted(test) ? { verdict: 'noticed', by: test } : { verdict: 'refused' }
  }

  /** One that a lead is known to break. */
  private brokenPromise({ program }: Lowered): string | undefined {
    if (program.promises.length === 0) return undefined
    const judged = promisesOf(program, analyse(program), forPromises)
    return judged.find(({ verdict }) => verdict.kind === 'broken')?.promise.text
  }

  /** A lead that shows one mutant of a place often shows others; so do leads of tests that expect too little. */
  private survivor(change: Change, after: Lowered, leads: readonly Witness[], shown: Shown[]): Judgement {
    const again = shown.find(({ witness }) => this.expectation(after, witness) !== undefined)
    if (again) return { verdict: 'missed', ...this.suggestion(after, again) }
    const tested = leads.find(witness => this.expectation(after, witness) !== undefined)
    const found = tested ? { kind: 'different' as const, witness: tested } : this.difference(after)
    if (found.kind !== 'different') return { verdict: found.kind === 'alike' ? 'alike' : 'unsure' }
    const lead = { witness: found.witness, name: nameOf(change) }
    shown.push(lead)
    return { verdict: 'missed', ...this.suggestion(after, lead) }
  }

  private difference(after: Lowered): Difference {
    const found = differenceOf(this.lowered, after)
    if (found.kind !== 'different' || this.expectation(after, found.witness) !== undefined) return found
    return { ...found, witness: leadOfLost(this.lowered.program, after.program) ?? found.witness }
  }

  private expectation({ program }: Lowered, witness: Witness): string | undefined {
    return expectationApart(resultFor(this.lowered.program, witness), resultFor(program, witness), this.model)
  }

  /** Nothing where the lead cannot be written as a test that passes now and fails with the mutant. */
  private suggestion(after: Lowered, { witness, name }: Shown): Pick<Judgement, 'suggestion'> {
    const expected = this.expectation(after, witness)
    if (expected === undefined) return {}
    const suggestion = testOf(this.lowered.program, witness, { name, expectations: [expected], model: this.model })
    const test = this.passing(suggestion)
    return test && this.expectation(after, { lead: test.data, now: test.now }) === expected ? { suggestion } : {}
  }

  /** The test, as it is read where it stands in the model, if it passes there. */
  private passing(text: string): TestCase | undefined {
    const known = this.tried.get(text)
    if (known) return known.test
    const made = this.trials.original(`\n${text}`)
    const test = made.kind === 'made' ? made.lowered.tests.at(-1) : undefined
    const passes = made.kind === 'made' && test && runTest(made.lowered, test).passed
    this.tried.set(text, { test: passes ? test : undefined })
    return passes ? test : undefined
  }
}

/** A lead for whom a mutant makes a difference, and what a test of it is called. */
interface Shown {
  readonly witness: Witness
  readonly name: string
}

const forPromises: Budget = { boxes: 20, effort: 4e6 }

/** `Enterprise account: add 25, not add 26` */
function nameOf({ place: { name, kind }, mutant: { before, after, kind: what } }: Change): string {
  const change = what === 'rule' ? 'counts' : after === '' ? `with ${before}` : `${before}, not ${after}`
  return `${kind === 'default' ? '' : `${shortened(name)}: `}${change}`.replaceAll('"', "'")
}

/** Names of rules without a label are their texts. */
const shortened = (name: string) => (name.length <= 40 ? name : `${name.slice(0, 39).trimEnd()}…`)

function differenceOf(before: Lowered, after: Lowered): Difference {
  try {
    return differs(before.program, after.program)
  } catch (error) {
    if (error instanceof NotComparable) return { kind: 'undecided', why: error.message }
    throw error
  }
}

function placeOf({ kind, span: { source, start } }: MutationPlace) {
  return kind === 'rule' ? { path: source.path, ...positionAt(source, start) } : undefined
}
