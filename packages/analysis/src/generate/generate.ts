/** Tests of a model: leads on both sides of everything that it decides, with what the reference says of them. */
import type { CheckedModel } from '@merit-lang/language'
import type { Program } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'
import type { Witness } from '../claims.ts'
import { testOf } from '../witness/test-text.ts'
import { coverOf } from './cover.ts'
import { expectationsOf } from './expectations.ts'
import { fileOf } from './file.ts'
import { emptyPool, type Pool, type Sample } from './pool.ts'
import type { Outcome } from './settle.ts'
import { type Shown, showAll } from './show.ts'

export interface GenerateOptions {
  /** What the file imports: the path of the model as seen from it. */
  readonly model: string
  /** Where its names are known, values stand without quotes where they may. */
  readonly checked?: CheckedModel
  /** Called again and again; how much is done, from 0 to 1. */
  readonly step?: (part: number) => void
}

export interface GeneratedCase {
  readonly name: string
  readonly witness: Witness
  /** Each what stands after `expect`. */
  readonly expectations: readonly string[]
  /** What it is there for. */
  readonly shows: readonly Sight[]
}

export interface Sight {
  /** The rule, stage, grade … and what is to be seen of it. */
  readonly of: string
  readonly shows: string
}

export interface Generated {
  /** A Merit file. Every test in it passes. */
  readonly text: string
  readonly cases: readonly GeneratedCase[]
  /** Proved: no lead shows it. */
  readonly impossible: readonly Sight[]
  /** Neither found nor proved to be impossible. */
  readonly notFound: readonly Sight[]
}

/** Noon on a Monday, for the lead of whom nothing is known. */
const noon = Date.UTC(2026, 5, 1, 12)

export function generateTests(program: Program, analysis: Analysis, options: GenerateOptions): Generated {
  const pool = emptyPool(program)
  pool.add({ lead: {}, now: noon })
  const sights = showAll(program, analysis, pool, options.step)
  const cases = casesOf(program, pool, sights, options)
  const [impossible, notFound] = [sightsOf(sights, 'impossible'), sightsOf(sights, 'not found')]
  const tests = cases.map(({ name, witness, expectations, shows }) => ({
    shows: shows.slice(1).map(lineOf),
    text: testOf(program, witness, { name, expectations, model: options.checked }),
  }))
  const head = headOf(cases, impossible, notFound)
  return { text: fileOf({ model: options.model, zone: program.zone, head, tests }), cases, impossible, notFound }
}

const sightsOf = (sights: readonly Shown[], wanted: Outcome): readonly Sight[] =>
  sights.flatMap(({ of, shows, outcome }) => (outcome === wanted ? [{ of, shows }] : []))

export const lineOf = ({ of, shows }: Sight) => `${of}: ${shows}`

function headOf(cases: readonly GeneratedCase[], impossible: readonly Sight[], notFound: readonly Sight[]) {
  const shown = cases.reduce((sum, { shows }) => sum + shows.length, 0)
  return [
    `Written by merit generate-tests: ${cases.length} leads that show ${shown} things the model decides, from both sides.`,
    ...listed('No lead can show, which is proved:', impossible),
    ...listed('Not found, and not proved to be impossible:', notFound),
  ]
}

const listed = (title: string, sights: readonly Sight[]) =>
  sights.length > 0 ? [title, ...sights.map(sight => `  ${lineOf(sight)}`)] : []

/** In the order in which what they show stands in the model. */
function casesOf(program: Program, pool: Pool, sights: readonly Shown[], options: GenerateOptions) {
  const showing = new Map(sights.map(sight => [sight, sight.samples(pool)]))
  const order = new Map(sights.map((sight, i) => [sight, i]))
  const placeOf = (sight: Shown) => order.get(sight) as number
  const chosen = [...coverOf(showing)].map(
    ([sample, shown]) => [sample, [...shown].sort((a, b) => placeOf(a) - placeOf(b))] as const,
  )
  const inOrder = chosen.sort(([, [a]], [, [b]]) => placeOf(a as Shown) - placeOf(b as Shown))
  const names = new Set<string>()
  return inOrder.map(([sample, shown]) => caseOf(program, sample, shown, names, options))
}

function caseOf(
  program: Program,
  { witness }: Sample,
  shown: readonly Shown[],
  names: Set<string>,
  { checked }: GenerateOptions,
): GeneratedCase {
  const rules = [...new Set(shown.flatMap(({ rule }) => rule ?? []))]
  return {
    name: freshName(lineOf(shown[0] as Shown), names),
    witness,
    expectations: expectationsOf(program, witness, rules, checked),
    shows: shown.map(({ of, shows }) => ({ of, shows })),
  }
}

/** Tests of one file have different names. */
function freshName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replace(/\s+/g, ' ').replaceAll('"', "'")
  let name = plain
  for (let i = 2; taken.has(name); i++) name = `${plain} (${i})`
  taken.add(name)
  return name
}
