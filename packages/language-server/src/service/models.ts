/** The texts of all models, and what follows from them, kept from edit to edit. */
import {
  type Checker,
  type Diagnostic,
  importedPath,
  type Parsed,
  parse,
  type SourceText,
  startChecker,
} from '@merit-lang/language'
import { emptyConfig } from './config.ts'
import { projectOf } from './project.ts'
import type { Project, Settings, Workspace } from './workspace.ts'

interface File {
  readonly source: SourceText
  readonly parsed: () => Parsed
}

/** A project, and each file that it asked for with the text that it was given. */
interface Kept {
  readonly project: Project
  readonly inputs: ReadonlyMap<string, SourceText | undefined>
}

/** What a text imports, and which are imported by which, by path. */
interface Graph {
  readonly imports: ReadonlyMap<string, readonly string[]>
  readonly importers: ReadonlyMap<string, readonly string[]>
  /** Imported, and not there. */
  readonly missing: readonly string[]
}

/**
 * A project is checked again only where a text that it read has changed. Trees and findings of earlier texts are not to be used any
 * more once there is another text: see `Checker`.
 */
export class Models {
  private readonly files = new Map<string, File>()
  private readonly kept = new Map<string, Kept>()
  private readonly checker: Checker
  private graph: Graph | undefined

  constructor(checker: Checker = startChecker()) {
    this.checker = checker
  }

  /** The first text of a file is read without remembering its parts: most files of a workspace are never edited. */
  set(path: string, text: string): void {
    const before = this.files.get(path)
    if (before?.source.text === text) return
    const file = fileOf({ path, text }, before ? this.checker : { parse })
    this.files.set(path, file)
    if (!before || !sameTexts(importsOf(before), importsOf(file))) this.graph = undefined
  }

  remove(path: string): void {
    this.kept.delete(path)
    this.checker.forget(path)
    if (this.files.delete(path)) this.graph = undefined
  }

  get paths(): readonly string[] {
    return [...this.files.keys()].sort()
  }

  source(path: string): SourceText | undefined {
    return this.files.get(path)?.source
  }

  /** Paths that are imported, of which there is no text. */
  get missing(): readonly string[] {
    return this.graphNow().missing
  }

  isImported(path: string): boolean {
    return this.graphNow().importers.has(path)
  }

  /** Mistakes in the file's own text, for which nothing else is looked at. */
  mistakes(path: string): readonly Diagnostic[] {
    return this.files.get(path)?.parsed().diagnostics ?? []
  }

  /** The files that belong to a model with this one, itself among them: what an edit of it may change the findings of. */
  companions(path: string): readonly string[] {
    const found = this.rootsOf(path).flatMap(root => [...reach([root], at => this.graphNow().imports.get(at) ?? [])])
    return [...new Set(found)].filter(at => this.files.has(at))
  }

  /** All models as they stand now. */
  workspace(settings: Settings, configOf: Workspace['configOf'] = () => emptyConfig): Workspace {
    const roots = [...new Set(this.paths.flatMap(path => this.rootsOf(path)))].sort()
    const projects = roots.map(root => this.projectAt(root))
    const byPath = new Map(projects.map(project => [project.path, project]))
    return {
      projects,
      projectsOf: path => this.rootsOf(path).flatMap(root => byPath.get(root) ?? []),
      parsed: path => this.files.get(path)?.parsed(),
      settings,
      configOf,
    }
  }

  private projectAt(path: string): Project {
    const kept = this.kept.get(path)
    if (kept && this.isCurrent(path, kept)) return kept.project
    const inputs = new Map<string, SourceText | undefined>()
    const read = (asked: string) => {
      const source = this.files.get(asked)?.source
      inputs.set(asked, source)
      return source
    }
    const project = projectOf(read(path) as SourceText, read, this.checker, kept?.project)
    this.kept.set(path, { project, inputs })
    return project
  }

  private isCurrent(path: string, { inputs }: Kept): boolean {
    return inputs.has(path) && [...inputs].every(([asked, source]) => this.files.get(asked)?.source === source)
  }

  /** The entries of the models that a file belongs to. Of files that import each other in a circle each is an entry. */
  private rootsOf(path: string): readonly string[] {
    if (!this.files.has(path)) return []
    const { importers } = this.graphNow()
    const above = [...reach([path], at => importers.get(at) ?? [])]
    const roots = above.filter(at => !importers.get(at)?.length)
    return roots.length > 0 ? roots.sort() : [path]
  }

  private graphNow(): Graph {
    this.graph ??= graphOf(this.files)
    return this.graph
  }
}

/** Parsed when first asked for. It knows nothing of the text before, which would keep all that there ever were. */
function fileOf(source: SourceText, reader: Pick<Checker, 'parse'>): File {
  let parsed: Parsed | undefined
  return {
    source,
    parsed: () => {
      parsed ??= reader.parse(source)
      return parsed
    },
  }
}

function graphOf(files: ReadonlyMap<string, File>): Graph {
  const imports = new Map<string, readonly string[]>()
  const importers = new Map<string, string[]>()
  const missing = new Set<string>()
  for (const [path, file] of files) {
    const written = importsOf(file).filter(at => at !== path)
    const known = written.filter(at => files.has(at))
    imports.set(path, known)
    for (const at of written) if (!files.has(at)) missing.add(at)
    for (const at of known) entryOf(importers, at).push(path)
  }
  return { imports, importers, missing: [...missing] }
}

function entryOf(lists: Map<string, string[]>, key: string): string[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

/** The paths that the text imports, whether or not there is such a file. */
function importsOf({ source, parsed }: File): readonly string[] {
  const written = parsed().ast.statements.flatMap(one =>
    one.kind === 'import' && one.path.kind === 'text' ? one.path.value : [],
  )
  return written.map(path => importedPath(source.path, path))
}

/** Everything that is reached from these, themselves among it. */
function reach(from: readonly string[], next: (path: string) => readonly string[]): Set<string> {
  const reached = new Set<string>()
  const open = [...from]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue
    reached.add(path)
    open.push(...next(path))
  }
  return reached
}

const sameTexts = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((text, i) => text === b[i])
