/**
 * Editors name files by URIs, models by paths. The path of `file:///a%20b/m.merit` is `/a b/m.merit`; other schemes keep theirs as a
 * first part, with their authority and query where there are any: `/untitled:/Untitled-1`, `/vscode-vfs:github/a/m.merit`,
 * `/git:?ref%3DHEAD/a/m.merit`, so that an import leads to the same place and revision.
 */
import { URI } from 'vscode-uri'

export function pathOf(uri: string): string {
  const { scheme, authority, path, query } = URI.parse(uri)
  const absolute = path.startsWith('/') ? path : `/${path}`
  const drive = absolute.replace(/^\/[A-Z]:/, letter => letter.toLowerCase())
  if (scheme === 'file' && authority === '' && query === '') return drive
  return `/${scheme}:${authority}${query && `?${encodeURIComponent(query)}`}${drive}`
}

export function uriOf(path: string): string {
  const [, scheme, authority, query, rest] = /^\/([a-z][a-z0-9+.-]+):([^/?]*)(?:\?([^/]*))?(\/.*)$/s.exec(path) ?? []
  if (scheme === undefined) return URI.from({ scheme: 'file', path }).toString()
  return URI.from({ scheme, authority, path: rest, query: query && decodeURIComponent(query) }).toString()
}

/** URIs as the client writes them, which others may write in another way: `c%3A` and `C:`. */
export class Addresses {
  private readonly spelled = new Map<string, string>()

  pathOf(uri: string): string {
    const path = pathOf(uri)
    this.spelled.set(path, uri)
    return path
  }

  uriOf(path: string): string {
    return this.spelled.get(path) ?? uriOf(path)
  }
}
