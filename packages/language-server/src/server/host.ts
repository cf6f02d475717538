/** What the server asks of the machine, or of the client: files that are not open in the editor. */
export interface Host {
  /** The URIs of all models below the folders; none in places where models do not belong, such as `node_modules`. */
  find(folders: readonly string[]): Promise<readonly string[]>
  /** The URIs of the files that lie right in the folder. */
  list(folder: string): Promise<readonly string[]>
  /** Nothing where it cannot be read. Of a longer file the first `limit` bytes. */
  read(uri: string, limit: number): Promise<Content | undefined>
  /** The address of the page about findings of this name, where there are pages. */
  page(name: string): string | undefined
}

export interface Content {
  readonly text: string
  /** Whether the file goes on where the text ends. */
  readonly cut: boolean
}

/** Sees only what is open. */
export const blind: Host = {
  find: async () => [],
  list: async () => [],
  read: async () => undefined,
  page: () => undefined,
}

/** Files of one scheme from the one, of all others from the other. */
export function divided(scheme: string, one: Host, other: Host): Host {
  const isOf = (uri: string) => uri.startsWith(`${scheme}:`)
  const hostOf = (uri: string) => (isOf(uri) ? one : other)
  const others = (folders: readonly string[]) => folders.filter(uri => !isOf(uri))
  return {
    find: async folders => (await Promise.all([one.find(folders.filter(isOf)), other.find(others(folders))])).flat(),
    list: folder => hostOf(folder).list(folder),
    read: (uri, limit) => hostOf(uri).read(uri, limit),
    page: name => one.page(name) ?? other.page(name),
  }
}
