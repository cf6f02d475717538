/** What the editor says that scores and rules give is known of each of them, and no lead contradicts it. */
import { type Ast, ancestorsOf, nodesOf } from '@merit-lang/language'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pathOf } from '../../packages/language-server/src/service/ranges.ts'
import { proved, workspaceOf } from '../../packages/language-server/src/service/testing.ts'
import type { Project } from '../../packages/language-server/src/service/workspace.ts'
import { fittingLead, model, now, render } from '../generators/index.ts'
import { compile, score } from '../pipeline.ts'
import { runs } from './settings.ts'

const leads = fc.sample(fittingLead, { numRuns: 40, seed: 11 })

it('every score lies within its range, and every rule has one', () => {
  fc.assert(
    fc.property(model, parts => {
      const text = render(parts)
      const [project] = proved(workspaceOf({ '/m.merit': text })).projects as readonly [Project]
      const program = compile(text)
      const results = leads.map(lead => score(program, lead, now))
      for (const { name } of project.checked.understood.scores) {
        const { least, most } = project.ranges.of([name]) ?? expect.fail(name)
        for (const { scores } of results) {
          expect(scores[name]).toBeGreaterThanOrEqual(least.points ?? Number.NEGATIVE_INFINITY)
          expect(scores[name]).toBeLessThanOrEqual(most.points ?? Number.POSITIVE_INFINITY)
        }
      }
      for (const rule of rulesIn(project)) expect(project.ranges.of(rule)).toBeDefined()
    }),
    runs(5),
  )
})

/** The paths of all that give points. */
function rulesIn({ checked: { model } }: Project) {
  if (!model) return []
  const rules = nodesOf(model, 'rule').filter((node): node is Ast.RuleDecl => 'trigger' in node)
  const giving = rules.filter(({ action }) => action.kind !== 'multiply' && action.kind !== 'reset')
  return giving.map(rule => pathOf(rule, [...ancestorsOf(model, rule)].reverse()))
}
