/** What every feature is given: the models that the editor has open or found, as plain data. Nothing here knows a protocol. */
import type { Memory } from '@merit-lang/analysis'
import type { Checked, Diagnostic, Lowered, Parsed, SourceText, Span, Understood } from '@merit-lang/language'
import type { Config } from './config.ts'
import type { Ranges } from './ranges.ts'

/** A model: the file that it begins with, and all that this one imports, as far as the texts allow. */
export interface Project {
  /** Of the entry file. */
  readonly path: string
  readonly checked: Checked
  /** What the last check found, be it of these texts or of earlier ones, for answers that must not wait; nothing before the first. */
  known(): Understood | undefined
  /** The program and the tests; only without errors. Worked out when first asked for. */
  lowered(): Lowered | undefined
  /** What checking found, and what is proved of the model, as far as that is known. */
  readonly diagnostics: readonly Diagnostic[]
  /** Takes one short step in finding out what can be proved; gives whether there is more to do. */
  prove(): boolean
  readonly ranges: Ranges
  /** What was shown of this text and earlier ones. */
  readonly memory: Memory
  /** The same towards the ranges, once everything else is proved. */
  measure(): boolean
}

/**
 * All models at one moment. Paths are absolute and have `/` between their parts; which of them an editor's address stands for
 * the server knows. It never changes: after an edit there is another one, which shares what the edit did not touch.
 */
export interface Workspace {
  /** In the order of their paths. A file that another one imports has no project of its own. */
  readonly projects: readonly Project[]
  /** Those that the file belongs to: one, or several that import it. None for a path that nobody knows. */
  projectsOf(path: string): readonly Project[]
  /** The file's own tree, comments and mistakes. */
  parsed(path: string): Parsed | undefined
  readonly settings: Settings
  /** What `merit.config.json` says for the file at a path. */
  configOf(path: string): Config
}

export interface Settings {
  /** Off unless asked for. */
  readonly inlayHints: boolean
  /** On unless refused. */
  readonly lenses: boolean
  /** Sample leads by the path of a model, where they are not found beside it. */
  readonly samples: string | undefined
  /** The day or instant for which sample leads are scored, where it is not that of their newest event. */
  readonly now?: string | undefined
}

/** A place in a file of a project, in UTF-16 units. */
export interface Place {
  readonly workspace: Workspace
  readonly project: Project
  readonly source: SourceText
  readonly offset: number
}

/** The first project that the file belongs to decides where several do; nothing where the path is not known. */
export function placeIn(workspace: Workspace, path: string, offset: number): Place | undefined {
  const project = workspace.projectsOf(path)[0]
  const source = workspace.parsed(path)?.source
  return project && source && { workspace, project, source, offset }
}

/** The tree of the file that the place is in. */
export function treeAt({ project, source }: Place) {
  return project.checked.understood.files.find(file => file.source === source)?.ast
}

export interface TextEdit {
  readonly span: Span
  readonly text: string
}

/** A choice that is offered, by what it does to the text. Edits of several files are made together or not at all. */
export interface Action {
  /** In the imperative: "Write `industry`". */
  readonly title: string
  readonly kind: 'quickfix' | 'refactor.extract' | 'refactor.inline' | 'refactor.rewrite' | 'source.fixAll.merit'
  /** Worked out when first asked for; none where it turns out that there is nothing to do. */
  edits(): readonly TextEdit[]
  /** The diagnostic that it does away with, by its name and place. */
  readonly fixes?: { readonly name: string; readonly span: Span }
  /** The best of several. */
  readonly preferred?: boolean
}
