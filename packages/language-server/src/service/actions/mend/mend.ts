/** Fixes that need more of the model than a diagnostic of the catalogue knows. */
import type { Diagnostic, Fix } from '@merit-lang/language'
import type { Workspace } from '../../workspace.ts'
import { declareAttribute, declareEvent, declareProperty, declareValue } from './declare.ts'
import { addNow, askEvent, sortCutOffs } from './rewrite.ts'
import { type Mending, sceneOf } from './scene.ts'
import { addElse, halfOpen } from './tables.ts'

/** By the name of the diagnostic, whose params each of them takes. */
const mendings: ReadonlyMap<string, Mending<never>> = new Map<string, Mending<never>>([
  ['unknown-name', declareAttribute],
  ['unknown-attribute', declareAttribute],
  ['unknown-event', declareEvent],
  ['unknown-property', declareProperty],
  ['unknown-value', declareValue],
  ['uncovered-values', addElse],
  ['overlapping-cases', halfOpen],
  ['property-outside-event', askEvent],
  ['test-needs-now', addNow],
  ['cut-offs-not-falling', sortCutOffs],
])

export function mend(workspace: Workspace, diagnostic: Diagnostic): readonly Fix[] {
  const mending = mendings.get(diagnostic.name)
  const scene = mending && sceneOf(workspace, diagnostic)
  return scene ? mending(scene as never) : []
}
