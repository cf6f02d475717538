/**
 * What `merit.config.json` says for each file: that of its folder, or of the nearest one above it within the repository. It is read
 * when there first is a model below it, and again when it was changed.
 */
import { type Config, configPath, emptyConfig, type FoundConfig, foldersAbove, readConfig } from '../service/config.ts'
import type { Addresses } from './addresses.ts'
import type { Host } from './host.ts'
import { Underway } from './underway.ts'

/** Longer ones are none. In bytes. */
const LONGEST = 1 << 20

interface Folder {
  readonly found?: FoundConfig | undefined
  /** Nothing above it is looked at. */
  readonly isRepository: boolean
}

const unread: Folder = { isRepository: false }

export class Configs {
  private readonly host: Host
  private readonly addresses: Addresses
  private readonly changed: (path: string, found: FoundConfig | undefined) => void
  private readonly folders = new Map<string, Folder>()
  private readonly reading = new Underway()

  /** @param changed told of each file that is there, or is there no more */
  constructor(host: Host, addresses: Addresses, changed: (path: string, found: FoundConfig | undefined) => void) {
    this.host = host
    this.addresses = addresses
    this.changed = changed
  }

  /** Nothing where nothing is being read. */
  get settled(): Promise<void> | undefined {
    return this.reading.settled
  }

  /** There are models at these paths. */
  lookFor(paths: Iterable<string>): void {
    const above = new Set([...paths].flatMap(foldersAbove))
    this.read([...above].filter(folder => !this.folders.has(folder)))
  }

  /** A file appeared, changed or went. */
  touched(path: string): void {
    const folder = path.slice(0, path.lastIndexOf('/'))
    if (path === configPath(folder)) this.read([folder])
  }

  refresh(): void {
    this.read([...this.folders.keys()])
  }

  configOf(path: string): Config {
    for (const folder of foldersAbove(path)) {
      const { found, isRepository } = this.folders.get(folder) ?? unread
      if (found) return found.config
      if (isRepository) break
    }
    return emptyConfig
  }

  private read(folders: readonly string[]): void {
    for (const folder of folders) {
      if (!this.folders.has(folder)) this.folders.set(folder, unread)
      this.reading.add(this.readIn(folder))
    }
  }

  private async readIn(folder: string): Promise<void> {
    const path = configPath(folder)
    const before = this.folders.get(folder)?.found
    const [text, head, link] = await Promise.all(
      [path, `${folder}/.git/HEAD`, `${folder}/.git`].map(one => this.host.read(this.addresses.uriOf(one), LONGEST)),
    )
    const found = text && readConfig(path, text.text)
    this.folders.set(folder, { found, isRepository: head !== undefined || link !== undefined })
    if (before || found) this.changed(path, found)
  }
}
