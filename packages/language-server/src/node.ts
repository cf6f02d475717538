/** The server over standard input and output, or whatever else the editor asks for on the command line. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { nodeHost } from './node/host.ts'
import { clientHost, hasFiles } from './server/client-host.ts'
import { divided } from './server/host.ts'
import { serve } from './server/serve.ts'

const connection = createConnection(ProposedFeatures.all)
serve(connection, client => (hasFiles(client) ? divided('file', nodeHost, clientHost(connection)) : nodeHost))
