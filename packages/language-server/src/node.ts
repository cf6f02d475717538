/** The server over standard input and output, or whatever else the editor asks for on the command line. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { nodeHost } from './node/host.ts'
import { serve } from './server/serve.ts'

serve(createConnection(ProposedFeatures.all), nodeHost)
