import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type BlockExplanation, evaluate, explain, type Program, readLead } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import { lensesIn } from '../lenses.ts'
import { workspaceOf } from '../testing.ts'
import type { Project, Workspace } from '../workspace.ts'
import { atOnce } from './breathe.ts'
import { coverageOf } from './coverage.ts'
import { Evaluations, type Samples, scorable } from './evaluations.ts'
import { previewOf } from './preview.ts'
import { stepsOf } from './steps.ts'

const examples = resolve(import.meta.dirname, '../../../../../examples')
const folders = readdirSync(examples).filter(name => /^\d\d-/.test(name))

interface Example {
  readonly workspace: Workspace
  readonly project: Project
  readonly program: Program
  readonly samples: Samples
  readonly evaluations: Evaluations
}

const disk = {
  list: async (folder: string) =>
    folder.endsWith('samples') ? [] : readdirSync(folder).map(name => `${folder}/${name}`),
  read: async (path: string) => ({ text: readFileSync(path, 'utf8'), cut: false }),
  clock: () => Date.UTC(2026, 5, 1),
}

async function exampleIn(folder: string): Promise<Example> {
  const path = join(examples, folder)
  const models = readdirSync(path).filter(name => name.endsWith('.merit'))
  const workspace = workspaceOf(
    Object.fromEntries(models.map(name => [`${path}/${name}`, readFileSync(join(path, name), 'utf8')])),
  )
  const project = workspace.projectsOf(`${path}/model.merit`)[0] as Project
  const evaluations = new Evaluations(disk)
  const samples = (await evaluations.samplesOf(project, {}, atOnce)) as Samples
  return { workspace, project, program: scorable(project) as Program, samples, evaluations }
}

/** By rule, in the order of the file; nothing in blocks that do not apply. */
function pointsIn({ items, active }: BlockExplanation, on = true): readonly number[] {
  return items.flatMap(item => (item.kind === 'rule' ? [on && active ? item.points : 0] : pointsIn(item, on && active)))
}

describe.each(folders)('%s', folder => {
  it('has samples without problems', async () => {
    const { samples } = await exampleIn(folder)
    expect(samples.problems).toEqual([])
    expect(samples.leads.length).toBeGreaterThan(0)
  })

  it('comes to what the reference says', async () => {
    const { project, program, samples, evaluations } = await exampleIn(folder)
    const spread = await evaluations.spreadOf(project, program, samples, samples.now, atOnce)
    const leads = samples.leads.map(({ data }) => readLead(program, data))
    const results = leads.map(lead => evaluate(program, lead, samples.now))
    const ofAll = <T>(list: readonly T[], holds: (one: T) => boolean) => list.filter(holds).length
    expect(spread.scores.map(points => [...points])).toEqual(
      program.scores.map(({ name }) => results.map(({ scores }) => scores[name] as number).sort((a, b) => a - b)),
    )
    expect(spread.stages).toEqual(
      program.stages.map(({ name }) => ofAll(results, ({ stages }) => stages[name] === true)),
    )
    expect(spread.refused).toBe(ofAll(results, ({ disqualified }) => disqualified.length > 0))
    expect(spread.misfits.count).toBe(ofAll(results, ({ issues }) => issues.length > 0))
    const given = leads.map(lead =>
      explain(program, lead, samples.now).explained.scores.flatMap(one => (one.kind === 'rules' ? pointsIn(one) : [])),
    )
    for (const [rule, { matched, points }] of spread.rules.entries()) {
      const each = given.map(one => one[rule] as number)
      expect(matched).toBe(ofAll(each, one => one !== 0))
      expect(points).toBeCloseTo(
        each.reduce((sum, one) => sum + one, 0),
        5,
      )
    }
  })

  it('has previews whose steps add up to the scores', async () => {
    const { program, samples } = await exampleIn(folder)
    for (const { data } of samples.leads) {
      for (const { explained } of [explain(program, readLead(program, data), samples.now)])
        for (const score of explained.scores) expect(stepsOf(score).at(-1)?.total ?? 0).toBe(score.points)
      const { span, now, marks } = previewOf(program, data, samples.now)
      expect(Date.parse(span.from)).toBeLessThan(Date.parse(now))
      expect(Date.parse(span.to)).toBeGreaterThan(Date.parse(now))
      expect(marks).toEqual([...marks].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)))
    }
  })

  it('has lenses over its parts, each on one line', async () => {
    const { workspace, project, evaluations } = await exampleIn(folder)
    const known = await evaluations.known(project, project.path, {}, atOnce)
    const lenses = lensesIn(workspace, project, project.path, known)
    expect(lenses.length).toBeGreaterThan(3)
    expect(lenses.filter(({ title }) => title === '' || /\n|undefined|NaN/.test(title))).toEqual([])
    expect(lenses.every(({ span }) => span.source.path === project.path)).toBe(true)
  })

  it('has statements that its tests reach', async () => {
    const { project } = await exampleIn(folder)
    const { problem, statements } = await coverageOf(project, project.path, undefined, atOnce)
    expect(problem).toBeUndefined()
    expect(statements.length).toBeGreaterThan(1)
    const conditions = statements.flatMap(({ goals }) => goals.filter(({ kind }) => kind === 'condition'))
    for (const { outcomes } of conditions) expect(outcomes.some(({ seen }) => seen > 0)).toBe(true)
  })
})
