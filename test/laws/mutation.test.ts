/** What is said of mutants is what comes of the edited text, checked and run anew. */
import { testOf } from '@merit-lang/analysis'
import { type Compiled, compile, runTest } from '@merit-lang/language'
import type { Program } from '@merit-lang/runtime'
import fc, { type Arbitrary } from 'fast-check'
import { expect, it } from 'vitest'
import { edited } from '../../packages/insight/src/mutation/edit.ts'
import { Judge } from '../../packages/insight/src/mutation/judge.ts'
import type {
  JudgedMutant,
  Judgement,
  Mutant,
  MutationPlace,
  Verdict,
} from '../../packages/insight/src/mutation/mutation.ts'
import { type Data, now } from '../generators/index.ts'
import { small } from '../generators/small.ts'
import { outcomeOf, score } from '../pipeline.ts'
import { runs } from './settings.ts'

const path = 'model.merit'
const compiled = (text: string) => compile({ path, text })

interface Tested {
  readonly text: string
  /** All that the model can tell apart, and more. */
  readonly leads: readonly Data[]
}

/** A small model with tests that pass. Promises have tests of their own. */
const tested: Arbitrary<Tested> = fc
  .tuple(small, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }))
  .map(([one, picks]) => {
    const text = one.text.replace(/^promise .*$/gm, '')
    const { lowered } = compiled(text)
    if (!lowered) throw new Error(text)
    const tests = picks.map((pick, i) => testFor(lowered.program, one.leads[pick % one.leads.length] as Data, i))
    return { text: [text, ...tests].join('\n'), leads: one.leads }
  })

/** Expects what comes of a lead, of some of the outcomes. */
function testFor(program: Program, lead: Data, number: number): string {
  const { scores, stages } = score(program, lead, now)
  const expectations = [
    ...Object.entries(scores).map(([name, points]) => `${name} = ${points.toFixed(6)}`),
    ...Object.entries(stages).map(([name, isIn]) => `${isIn ? '' : 'not '}${name}`),
  ].slice(number % 2)
  return testOf(program, { lead, now }, { name: `test ${number}`, expectations })
}

/** The tests that fail; `undefined` where the text cannot be run. */
function failuresIn({ lowered }: Compiled): readonly (string | undefined)[] {
  if (!lowered) return [undefined]
  return lowered.tests.filter(test => !runTest(lowered, test).passed).map(({ name }) => name)
}

interface Judged extends Tested {
  readonly mutant: JudgedMutant
  readonly after: Compiled
}

/** One mutant of every third place. */
function* judgedIn({ text, leads }: Tested, first: number): Generator<Judged> {
  const { model: checked, lowered } = compiled(text)
  if (!checked || !lowered) throw new Error(text)
  const judge = new Judge(checked, lowered)
  for (let i = first % 3; i < judge.places.length; i += 3) {
    const place = judge.places[i] as MutationPlace
    const mutant = place.mutants[first % place.mutants.length] as Mutant
    const [judgement] = judge.judgements({ ...place, mutants: [mutant] })
    yield { text, leads, mutant: { ...mutant, ...(judgement as Judgement) }, after: compiled(edited(text, [mutant])) }
  }
}

const laws = {
  noticed: ({ mutant: { by }, after }) => {
    const failures = failuresIn(after)
    expect(failures.includes(undefined) || failures.includes(by)).toBe(true)
  },
  missed: ({ text, mutant: { suggestion, ...mutant }, after }) => {
    expect(failuresIn(after)).toEqual([])
    if (suggestion === undefined) return
    expect(failuresIn(compiled(`${text}\n${suggestion}`))).toEqual([])
    expect(failuresIn(compiled(`${edited(text, [mutant])}\n${suggestion}`))).not.toEqual([])
  },
  unsure: ({ after }) => expect(failuresIn(after)).toEqual([]),
  alike: ({ text, leads, after }) => {
    expect(failuresIn(after)).toEqual([])
    expect(outcomesFor(leads, after)).toEqual(outcomesFor(leads, compiled(text)))
  },
  refused: ({ after }) => expect(after.lowered).toBe(undefined),
} satisfies { [V in Verdict]: (judged: Judged) => void }

function outcomesFor(leads: readonly Data[], { lowered }: Compiled) {
  if (!lowered) throw new Error('A mutant that is alike has errors.')
  return leads.map(lead => outcomeOf(score(lowered.program, lead, now)))
}

it('a mutant is what the edited text is', () => {
  const seen = new Map<Verdict, number>()
  const law = fc.property(tested, fc.nat(60), (one, first) => {
    for (const judged of judgedIn(one, first)) {
      const { verdict } = judged.mutant
      seen.set(verdict, (seen.get(verdict) ?? 0) + 1)
      laws[verdict](judged)
    }
  })
  fc.assert(law, runs(10))
  expect(seen.get('noticed')).toBeGreaterThan(2)
  expect(seen.get('missed')).toBeGreaterThan(2)
}, 60_000)
