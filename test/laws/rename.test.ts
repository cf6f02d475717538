/** A name that was given anew means the same: the model stays without errors, every lead gets what it got, and back again nothing is left of it. */
import type { Result } from '@merit-lang/runtime'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type EntityKind,
  type Occurrence,
  occurrencesIn,
} from '../../packages/language-server/src/service/occurrences.ts'
import { rename } from '../../packages/language-server/src/service/rename.ts'
import { workspaceOf } from '../../packages/language-server/src/service/testing.ts'
import { edited } from '../../packages/language-server/src/service/trial.ts'
import { type Place, placeIn } from '../../packages/language-server/src/service/workspace.ts'
import { fittingLead, model, now, render } from '../generators/index.ts'
import { compile, score } from '../pipeline.ts'
import { runs } from './settings.ts'

const path = '/model.merit'
const leads = fc.sample(fittingLead, { numRuns: 5, seed: 7 })

/** What a lead gets, whatever it is called. */
function outcomeOf({ scores, grades, stages, disqualified }: Result) {
  return [Object.values(scores), Object.values(grades), Object.values(stages), disqualified.length]
}

function outcomes(text: string) {
  const program = compile(text)
  return leads.map(lead => outcomeOf(score(program, lead, now)))
}

/** What the data name so: there no `from` can keep the old name. */
const inTheData: ReadonlySet<EntityKind> = new Set(['event', 'value', 'label'])

function keepsData({ entity: { kind } }: Occurrence, all: readonly Occurrence[], { entity }: Occurrence): boolean {
  const hasKey = kind === 'attribute' || kind === 'property' || kind === 'record'
  const isDeclared = all.some(one => one.entity === entity && one.role === 'declaration')
  return !inTheData.has(kind) && (!hasKey || isDeclared)
}

function placeAt(text: string, pick: number): { place: Place; all: readonly Occurrence[]; at: Occurrence } {
  const workspace = workspaceOf({ [path]: text })
  const all = occurrencesIn(workspace.projectsOf(path)[0] as Place['project'])
  const at = all[pick % all.length] as Occurrence
  return { place: placeIn(workspace, path, at.span.start) as Place, all, at }
}

/** Some are taken or are words, so that not all can be given. */
const names = [
  'fresh',
  'two words',
  'last',
  'first',
  'unknown',
  '`when`',
  'SaaS',
  'employees',
  'fit',
  'at',
  'Ümläut',
  '_',
]

it('a new name changes nothing but names', () => {
  let [given, refused] = [0, 0]
  fc.assert(
    fc.property(model, fc.nat(), fc.constantFrom(...names), (parts, pick, name) => {
      const text = render(parts)
      const { place, all, at } = placeAt(text, pick)
      const result = rename(place, name)
      if (!result || 'refused' in result) {
        refused++
        return
      }
      given++
      const after = edited(place.source, result.edits)
      if (keepsData(at, all, at)) expect(outcomes(after), after).toEqual(outcomes(text))
      else compile(after)
    }),
    runs(80),
  )
  expect(Math.min(given, refused)).toBeGreaterThan(5)
})

const written: ReadonlySet<EntityKind> = new Set(['value', 'label'])

it('the old name brings back the old text', () => {
  fc.assert(
    fc.property(model, fc.nat(), fc.constantFrom('fresh', 'two words'), (parts, pick, name) => {
      const text = render(parts)
      const { place, at } = placeAt(text, pick)
      const there = rename(place, name)
      if (written.has(at.entity.kind) || !there || 'refused' in there) return
      const after = edited(place.source, there.edits)
      const back = placeAt(after, pick)
      const result = rename(back.place, text.slice(at.span.start, at.span.end))
      expect(result && 'edits' in result && edited(back.place.source, result.edits)).toBe(text)
    }),
    runs(30),
  )
})
