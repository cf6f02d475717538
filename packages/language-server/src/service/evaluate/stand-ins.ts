/** What a preview shows of a model that has no sample leads: the leads of its tests, each at the instant of its test. */
import type { Project } from '../workspace.ts'
import type { Samples } from './evaluations.ts'
import { testsOf } from './tests.ts'

/** Nothing where there are no tests, or the model has errors. They are too few, and too much alike, to say how leads spread. */
export function standInsOf(project: Project): Samples | undefined {
  const leads = testsOf(project, undefined).map(({ named, test }) => ({ id: named.id, data: test.data, now: test.now }))
  const [first] = leads
  return first && { path: project.path, leads, cut: false, problems: [], now: first.now, columns: [], standIns: true }
}
