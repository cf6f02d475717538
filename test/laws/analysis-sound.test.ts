/** No lead contradicts what is proved, and what is shown is shown by leads without any issue. */
import { type Program, readLead } from '@merit-lang/runtime'
import { type Run, runOf } from '@merit-lang/runtime/reference'
import fc from 'fast-check'
import { test } from 'vitest'
import { analyse } from '../../packages/analysis/src/analysis.ts'
import { type Cross, crossings } from '../generators/crossings.ts'
import { type Data, fittingLead, model, now, render } from '../generators/index.ts'
import { compile } from '../pipeline.ts'
import { type Claim, combined, conditionClaims, conditionsOf, rangeClaims, runOfWitness, some } from './claims.ts'
import { runs } from './settings.ts'

/** Some attributes are required, in some models. */
const text = fc.tuple(model.map(render), fc.boolean()).map(([text, isStrict]) => (isStrict ? strict(text) : text))

function strict(text: string): string {
  return text.replace(/^ {2}(country|employees|customer|created):.*$/gm, line =>
    line.includes('from') ? line.replace(' from', ' required from') : `${line} required`,
  )
}

const leads = fc.array(fittingLead, { minLength: 10, maxLength: 10 })

/** Each claim is held against its own witnesses, the leads, and leads between both. */
function expectHeld(program: Program, claims: readonly Claim[], others: readonly Data[], cross: Cross): void {
  const witnesses = claims.flatMap(claim => claim.witnesses)
  const near = witnesses.map(({ lead }) => lead as Data)
  const instants = [now, ...witnesses.map(witness => witness.now)]
  const crossed = [...others, ...cross(near, others)].map((data, i) =>
    runOf(program, readLead(program, data), instants[i % instants.length] as number),
  )
  const shown = witnesses.map(witness => runOfWitness(program, witness))
  for (const run of [...shown, ...crossed.filter(isComplete)])
    for (const claim of claims) expectNothingAgainst(claim, run)
}

/** Claims are about leads that have what is required. Whatever else of their data does not fit is unknown. */
function isComplete({ program, lead }: Run): boolean {
  return program.attributes.every(({ required }, index) => !required || lead.attributes[index] !== null)
}

function expectNothingAgainst({ text, against }: Claim, run: Run): void {
  const found = against(run)
  if (found) throw new Error(`${text}, but ${found}: ${JSON.stringify([run.lead.attributes, run.lead.events])}`)
}

test('no lead contradicts what is said of scores, rules, groups, stages, grades, promises and of conditions put together', () => {
  fc.assert(
    fc.property(text, leads, crossings(100), fc.nat(), (source, others, cross, salt) => {
      const program = compile(source)
      const analysis = analyse(program)
      const conditions = [...combined(program, salt, 4), ...some(conditionsOf(program), 8, salt)]
      expectHeld(program, [...rangeClaims(analysis, salt), ...conditionClaims(analysis, conditions)], others, cross)
    }),
    { ...runs(8), endOnFailure: true },
  )
})
