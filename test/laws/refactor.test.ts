/** What the editor writes otherwise means the same: a model without errors stays one, and every lead gets what it got. */
import { type Parsed, type Span, walk } from '@merit-lang/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionsAt, refactoringsAt } from '../../packages/language-server/src/service/actions/actions.ts'
import { cases } from '../../packages/language-server/src/service/actions/refactor/cases.fixture.ts'
import { inlayHints } from '../../packages/language-server/src/service/inlay-hints.ts'
import { workspaceOf } from '../../packages/language-server/src/service/testing.ts'
import { edited } from '../../packages/language-server/src/service/trial.ts'
import type { Workspace } from '../../packages/language-server/src/service/workspace.ts'
import { brokenText, fittingLead, model, now, render } from '../generators/index.ts'
import { declarations } from '../generators/schema.ts'
import { compile, outcomeOf, score } from '../pipeline.ts'
import { runs } from './settings.ts'

const leads = fc.sample(fittingLead, { numRuns: 25, seed: 7 })

function outcomes(text: string) {
  const program = compile(text)
  return leads.map(lead => outcomeOf(score(program, lead, now)))
}

/** A declared list makes all other values unknown, which is why one declares it. */
const keepsScores = (title: string) => !title.startsWith('Declare ')

describe('refactorings leave every score alike', () => {
  it.each(cases.filter(({ title }) => keepsScores(title)))('$title: $before', ({ before, after }) => {
    const [one, other] = [before.replaceAll('▮', ''), after].map(withDeclarations) as [string, string]
    expect(outcomes(other)).toEqual(outcomes(one))
  })

  it('wherever they are offered', () => {
    const offered = new Set<string>()
    fc.assert(
      fc.property(model, fc.nat(), fc.boolean(), (parts, pick, whole) => {
        const text = render(parts)
        const workspace = workspaceOf({ '/model.merit': text })
        const span = placeIn(workspace, pick, whole)
        const expected = outcomes(text)
        for (const action of refactoringsAt(workspace, span)) {
          offered.add(action.title.replace(/`.*`|\d+/g, '…'))
          const after = edited(span.source, action.edits())
          const result = outcomes(after)
          if (keepsScores(action.title)) expect(result, `${action.title}\n${after}`).toEqual(expected)
        }
      }),
      runs(40),
    )
    expect([...offered]).toEqual(
      expect.arrayContaining(['Extract a segment', 'Put these rules into a group', 'Add a documentation comment']),
    )
  })
})

describe('text that is broken', () => {
  it('brings nothing down, wherever the cursor stands', () => {
    fc.assert(
      fc.property(brokenText, fc.nat(), fc.boolean(), (text, pick, whole) => {
        const workspace = workspaceOf({ '/model.merit': text })
        const span = placeIn(workspace, pick, whole)
        for (const action of actionsAt(workspace, span)) expect(Array.isArray(action.edits())).toBe(true)
        expect(Array.isArray(inlayHints(workspace, { ...span, start: 0, end: text.length }))).toBe(true)
      }),
      runs(50),
    )
  })
})

/** Some node as a selection, or the cursor at its start. */
function placeIn(workspace: Workspace, pick: number, whole: boolean): Span {
  const spans: Span[] = []
  walk((workspace.parsed('/model.merit') as Parsed).ast, ({ span }) => spans.push(span))
  const span = spans[pick % spans.length] as Span
  return whole ? span : { ...span, end: span.start }
}

/** Where the text does not declare the lead itself. */
function withDeclarations(text: string): string {
  return /^(lead|event) /m.test(text) ? text : [...declarations, text].join('\n')
}
