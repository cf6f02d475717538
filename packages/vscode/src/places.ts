/** The server's places as the editor's. */
import type * as protocol from '@merit-lang/language-server'
import { Location, Range, Uri } from 'vscode'

export const rangeOf = ({ start, end }: protocol.Range): Range =>
  new Range(start.line, start.character, end.line, end.character)

export const locationOf = ({ uri, range }: protocol.Location): Location => new Location(Uri.parse(uri), rangeOf(range))
