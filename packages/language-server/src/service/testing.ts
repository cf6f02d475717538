/** For tests: a workspace out of texts in which `▮` marks places. */
import { parse, type SourceText } from '@merit-lang/language'
import { projectOf } from './project.ts'
import { type Place, type Project, placeIn, type Settings, type Workspace } from './workspace.ts'

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
  const sources = new Map(Object.entries(texts).map(([path, text]): [string, SourceText] => [path, { path, text }]))
  const read = (path: string) => sources.get(path)
  const all = [...sources.values()].map(source => projectOf(source, read))
  const filesOf = ({ checked }: Project) => checked.understood.files.map(({ source }) => source.path)
  const imported = new Set(all.flatMap(project => filesOf(project).filter(path => path !== project.path)))
  const projects = all.filter(({ path }) => !imported.has(path))
  return {
    projects,
    projectsOf: path => projects.filter(project => filesOf(project).includes(path)),
    parsed: path => {
      const source = sources.get(path)
      return source && parse(source)
    },
    settings,
  }
}
