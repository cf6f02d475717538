/** What the server asks of the machine, or of the client: models that are not open in the editor. */
export interface Host {
  /** The URIs of all models below the folders; none in places where models do not belong, such as `node_modules`. */
  find(folders: readonly string[]): Promise<readonly string[]>
  /** Nothing where it cannot be read. */
  read(uri: string): Promise<string | undefined>
}

/** Sees only what is open. */
export const blind: Host = { find: async () => [], read: async () => undefined }
