/** For tests: a workspace out of texts in which `▮` marks places. */
import { Models } from './models.ts'
import { type Place, placeIn, type Settings, type Workspace } from './workspace.ts'

export const CURSOR = '▮'

export interface Marked {
  readonly workspace: Workspace
  /** In the order of files and places; the path of each is its file's. */
  readonly places: readonly Place[]
}

const usual: Settings = { inlayHints: true, lenses: true, samples: undefined }

/** A lone text is the file `/model.merit`. Files that others import have no project of their own. */
export function marked(files: string | Readonly<Record<string, string>>, settings: Partial<Settings> = {}): Marked {
  const named = typeof files === 'string' ? { '/model.merit': files } : files
  const workspace = workspaceOf(
    Object.fromEntries(Object.entries(named).map(([path, text]) => [path, text.replaceAll(CURSOR, '')])),
    { ...usual, ...settings },
  )
  const places = Object.entries(named).flatMap(([path, text]) =>
    offsetsIn(text).map(offset => placeIn(workspace, path, offset) as Place),
  )
  return { workspace, places }
}

/** The first marked place. */
export const placeOf = (files: string | Readonly<Record<string, string>>): Place => marked(files).places[0] as Place

function offsetsIn(text: string): number[] {
  return text
    .split(CURSOR)
    .slice(0, -1)
    .map((_, i, before) => before.slice(0, i + 1).join('').length)
}

export function workspaceOf(texts: Readonly<Record<string, string>>, settings: Settings = usual): Workspace {
  const models = new Models()
  for (const [path, text] of Object.entries(texts)) models.set(path, text)
  return models.workspace(settings)
}

/** The same with all that can be proved, as in an editor where nobody types. */
export function proved(workspace: Workspace): Workspace {
  for (const project of workspace.projects) {
    while (project.prove());
    while (project.measure());
  }
  return workspace
}

/** The text with `«»` around each of the pieces, which must not overlap. */
export function bracketed(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const ends = spans.flatMap(({ start, end }) => [
    { at: start, sign: '«' },
    { at: end, sign: '»' },
  ])
  return ends.sort((a, b) => b.at - a.at).reduce((out, { at, sign }) => out.slice(0, at) + sign + out.slice(at), text)
}
