/** The server in a web worker. It sees no disk: the client has the files. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { clientHost, hasFiles } from './server/client-host.ts'
import { blind } from './server/host.ts'
import { serve } from './server/serve.ts'

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0]

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self))
serve(connection, client => (hasFiles(client) ? clientHost(connection) : blind))
