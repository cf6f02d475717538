/** Which texts the models have: open documents as the client has them, other files as the host does. */
import {
  type DidChangeTextDocumentParams,
  FileChangeType,
  type FileEvent,
  type TextDocumentItem,
} from 'vscode-languageserver'
import type { Finding } from '../service/diagnostics.ts'
import type { Models } from '../service/models.ts'
import { LONGEST_IN_BYTES, refusalOf } from '../service/reading.ts'
import { type Addresses, pathOf } from './addresses.ts'
import { Documents } from './documents.ts'
import type { Host } from './host.ts'
import { Underway } from './underway.ts'

/** So many files are read at a time. */
const AT_ONCE = 64

/**
 * Told after each change, with all files whose findings it may change.
 * @param typed the document, where the client itself changed it
 */
export type Changed = (paths: ReadonlySet<string>, typed?: string) => void

export class Files {
  readonly documents = new Documents()
  private readonly host: Host
  private readonly models: Models
  private readonly addresses: Addresses
  private readonly changed: Changed
  /** Models below the folders of the workspace. Others are known only as long as they are open or imported. */
  private readonly found = new Set<string>()
  /** Imports that were looked for, whether or not they were there. */
  private readonly lookedFor = new Set<string>()
  private readonly refusals = new Map<string, Finding>()
  private readonly reading = new Underway()

  constructor(host: Host, models: Models, addresses: Addresses, changed: Changed) {
    this.host = host
    this.models = models
    this.addresses = addresses
    this.changed = changed
  }

  /** Nothing where no file is being read. */
  get settled(): Promise<void> | undefined {
    return this.reading.settled
  }

  /** Why a file is not read, where it is not. */
  refusalOf(path: string): Finding | undefined {
    return this.refusals.get(path)
  }

  /** Some clients send whatever is open; what is no model is left alone. */
  opened(document: TextDocumentItem): void {
    const path = this.addresses.pathOf(document.uri)
    if (document.languageId !== 'merit' && !isModel(path)) return
    this.change(new Map([[path, this.documents.opened(path, document)]]), path)
  }

  edited(params: DidChangeTextDocumentParams): void {
    const path = this.addresses.pathOf(params.textDocument.uri)
    const text = this.documents.changed(path, params)
    if (text !== undefined) this.change(new Map([[path, text]]), path)
  }

  /** Gives its path. The file on the disk takes its place. */
  closed(uri: string): string {
    const path = this.addresses.pathOf(uri)
    if (!this.documents.closed(path)) return path
    this.reading.add(this.load([path]).then(() => this.forgetUnused()))
    return path
  }

  /** Takes in all models below the folders. */
  discover(folders: readonly string[]): void {
    this.reading.add(this.find(folders))
  }

  leave(folders: readonly string[]): void {
    const left = folders.map(pathOf)
    for (const path of this.found) if (left.some(folder => isWithin(folder, path))) this.found.delete(path)
    this.forgetUnused()
  }

  /** Reads again whatever is not open. */
  refresh(): void {
    this.lookedFor.clear()
    this.reading.add(this.load(this.models.paths))
    this.lookForImports()
  }

  /** Something other than an open document may have changed on the disk. */
  touched(events: readonly FileEvent[]): void {
    const [gone, there] = parted(events, ({ type }) => type === FileChangeType.Deleted)
    this.goneBelow(gone.map(({ uri }) => pathOf(uri)))
    const models = there.map(({ uri }) => pathOf(uri)).filter(isModel)
    for (const path of models) this.found.add(path)
    if (models.length > 0) this.reading.add(this.load(models))
  }

  /** Of a folder that goes often only the folder is told. */
  private goneBelow(paths: readonly string[]): void {
    const gone = this.models.paths.filter(path => paths.some(at => at === path || isWithin(at, path)))
    for (const path of gone) {
      this.found.delete(path)
      this.lookedFor.delete(path)
    }
    this.changeClosed(new Map(gone.map(path => [path, undefined])))
  }

  private async find(folders: readonly string[]): Promise<void> {
    const paths = (await this.host.find(folders)).map(pathOf)
    for (const path of paths) this.found.add(path)
    await this.load(paths)
  }

  private async load(paths: readonly string[]): Promise<void> {
    const closed = paths.filter(path => !this.documents.isOpen(path))
    for (let i = 0; i < closed.length; i += AT_ONCE) {
      const batch = closed.slice(i, i + AT_ONCE)
      this.changeClosed(new Map(await Promise.all(batch.map(async path => [path, await this.read(path)] as const))))
    }
  }

  private async read(path: string): Promise<string | undefined> {
    return (await this.host.read(this.addresses.uriOf(path), LONGEST_IN_BYTES))?.text
  }

  /** What was opened meanwhile stays as it is in the editor. */
  private changeClosed(texts: ReadonlyMap<string, string | undefined>): void {
    this.change(new Map([...texts].filter(([path]) => !this.documents.isOpen(path))))
  }

  /** A file without a text is none. */
  private change(texts: ReadonlyMap<string, string | undefined>, typed?: string): void {
    const companions = () => [...texts.keys()].flatMap(path => this.models.companions(path))
    const before = companions()
    const changed = [...texts].map(([path, text]) => this.put(path, text)).some(Boolean)
    if (!changed && typed === undefined) return
    this.changed(new Set([...texts.keys(), ...before, ...companions()]), typed)
    this.lookForImports()
  }

  /** Gives whether anything is another. A file that is not read stands as an empty one. */
  private put(path: string, text: string | undefined): boolean {
    const refusal = text === undefined ? undefined : refusalOf({ path, text })
    if (refusal) this.refusals.set(path, refusal)
    else this.refusals.delete(path)
    const before = this.models.source(path)
    if (text === undefined) this.models.remove(path)
    else this.models.set(path, refusal ? '' : text)
    return this.models.source(path) !== before
  }

  private lookForImports(): void {
    const missing = this.models.missing.filter(path => !this.lookedFor.has(path))
    for (const path of missing) this.lookedFor.add(path)
    if (missing.length > 0) this.reading.add(this.load(missing))
  }

  /** What nobody has open, imports or has in the workspace is known no longer. */
  private forgetUnused(): void {
    const unused = this.models.paths.filter(
      path => !this.documents.isOpen(path) && !this.found.has(path) && !this.models.isImported(path),
    )
    if (unused.length === 0) return
    for (const path of unused) this.lookedFor.delete(path)
    this.change(new Map(unused.map(path => [path, undefined])))
    this.forgetUnused()
  }
}

const isModel = (path: string) => path.endsWith('.merit')

const isWithin = (folder: string, path: string) => path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)

function parted<T>(all: readonly T[], test: (one: T) => boolean): readonly [T[], T[]] {
  return [all.filter(test), all.filter(one => !test(one))]
}
