/** Of models over so few values that all leads can be listed, what is proved is what counting them out gives: nothing is missed. */
import { type Program, readLead } from '@merit-lang/runtime'
import { holds, type Run, runOf } from '@merit-lang/runtime/reference'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Analysis, analyse } from '../../packages/analysis/src/analysis.ts'
import type { End } from '../../packages/analysis/src/claims.ts'
import { now } from '../generators/index.ts'
import { type Small, small } from '../generators/small.ts'
import { compile } from '../pipeline.ts'
import { combined, conditionsOf, not, rangesOf, runOfWitness } from './claims.ts'
import { runs } from './settings.ts'

interface Listed {
  readonly program: Program
  readonly analysis: Analysis
  readonly everyone: readonly Run[]
}

function listed({ text, leads }: Small): Listed {
  const program = compile(text)
  return {
    program,
    analysis: analyse(program),
    everyone: leads.map(data => runOf(program, readLead(program, data), now)),
  }
}

const sure = (points: number) => ({ points, exact: true, reached: points })
const claimed = ({ points, exact, reached }: End) => ({ points, exact, reached })

test('ranges are exact', () => {
  fc.assert(
    fc.property(small, model => {
      const { analysis, everyone } = listed(model)
      for (const { text, range, measure } of rangesOf(analysis)) {
        const points = everyone.map(measure)
        expect({ text, low: claimed(range.low), high: claimed(range.high) }).toEqual({
          text,
          low: sure(Math.min(...points)),
          high: sure(Math.max(...points)),
        })
      }
    }),
    runs(40),
  )
})

/**
 * Which of several events is the latest is none of what classes tell apart: where a limit keeps some of those that give
 * different points, what lies between the ends of the sum is not decided.
 */
const isOpen = ({ text }: Small) => text.includes('on buy points by item')

test('a condition is possible where a lead shows it, and impossible where none does', () => {
  fc.assert(
    fc.property(small, fc.nat(), (model, salt) => {
      const { program, analysis, everyone } = listed(model)
      for (const { text, condition } of [...conditionsOf(program), ...combined(program, salt, 6)]) {
        for (const asked of [condition, not(condition)]) {
          const verdict = analysis.possible(asked, { boxes: 2000 })
          if (verdict.kind === 'undecided' && isOpen(model)) continue
          const kind = everyone.some(run => holds(asked, { run })) ? 'possible' : 'impossible'
          const question = asked === condition ? text : `not (${text})`
          expect({ question, kind: verdict.kind }).toEqual({ question, kind })
          if (verdict.kind === 'possible')
            expect(holds(asked, { run: runOfWitness(program, verdict.witness) })).toBe(true)
        }
      }
    }),
    runs(20),
  )
})
