/** What an anatomy says of thresholds and inputs is contradicted by no lead. */
import { evaluate, type Program } from '@merit-lang/runtime'
import { holds, type Run, readLead, ruleWorth, runOf } from '@merit-lang/runtime/reference'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse } from '../../packages/analysis/src/analysis.ts'
import type { Anatomy, Route } from '../../packages/analysis/src/inspect/anatomy.ts'
import { inputsOf } from '../../packages/analysis/src/inspect/inputs.ts'
import { anatomyOf } from '../../packages/analysis/src/inspect/inspect.ts'
import { fittingLead, model, now, render } from '../generators/index.ts'
import { small } from '../generators/small.ts'
import { compile } from '../pipeline.ts'
import { itemsOf } from './claims.ts'
import { runs } from './settings.ts'

interface Asked {
  readonly text: string
  readonly route: Route
  readonly reached: (run: Run) => boolean
}

function routesIn({ stages }: Anatomy, program: Program): readonly Asked[] {
  return stages.flatMap(({ lines }, stage) =>
    lines.flatMap(({ text, route }, line) => {
      const when = program.stages[stage]?.lines[line]?.when.expr
      return route && when ? [{ text, route, reached: (run: Run) => holds(when, { run }) }] : []
    }),
  )
}

/** Rules that apply to the lead, as an anatomy names them, and whether they give points. */
function appliedTo(run: Run): readonly { readonly name: string; readonly gives: boolean }[] {
  return run.program.scores.flatMap(score =>
    itemsOf({ ...run.program, scores: [score] }).flatMap(({ one, around }) => {
      if (one.kind !== 'rule') return []
      const active = around.every(condition => holds(condition, { run }))
      const { taken, events = [], points } = ruleWorth(one, run, active)
      return taken || events.length > 0 ? [{ name: `${score.name}: ${one.id}`, gives: points > 0 }] : []
    }),
  )
}

function expectRoute({ text, route, reached }: Asked, everyone: readonly Run[]): void {
  for (const applied of everyone.filter(reached).map(appliedTo)) {
    const enough = applied.filter(({ gives }) => gives).length >= route.fewest
    expect({ text, applied, enough }).toEqual({ text, applied, enough: true })
    const needed = route.needed.map(({ score, rule }) => `${score}: ${rule}`)
    expect(applied.map(({ name }) => name)).toEqual(expect.arrayContaining(needed))
  }
}

test('no lead reaches a threshold with fewer rules, or without a rule that is needed', () => {
  fc.assert(
    fc.property(small, ({ text, leads }) => {
      const program = compile(text)
      const everyone = leads.map(data => runOf(program, readLead(program, data), now))
      for (const asked of routesIn(anatomyOf(analyse(program)), program)) expectRoute(asked, everyone)
    }),
    runs(25),
  )
})

test('what moves nothing may be anything', () => {
  fc.assert(
    fc.property(model.map(render), fittingLead, (text, data) => {
      const program = compile(text)
      const { attributes, events } = inputsOf(analyse(program))
      const resultOf = (lead: unknown) => ({ ...evaluate(program, readLead(program, lead), now), issues: [] })
      const idle = (ones: Anatomy['attributes']) => ones.flatMap(({ name, moves }) => (moves.length > 0 ? [] : [name]))
      const keys = idle(attributes).map(name => program.attributes.find(one => one.name === name)?.key)
      const types = idle(events)
      const left = Object.entries(data).filter(([key]) => !keys.includes(key))
      const kept = (data.events as readonly { readonly type: string }[] | undefined)?.filter(
        ({ type }) => !types.includes(type),
      )
      expect(resultOf({ ...Object.fromEntries(left), ...(kept && { events: kept }) })).toEqual(resultOf(data))
    }),
    runs(20),
  )
})
