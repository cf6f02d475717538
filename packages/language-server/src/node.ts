/**
 * The server over standard input and output, or whatever else the editor asks for on the command line. Pages about findings are in the
 * folder `diagnostics` beside the script that was started.
 */
import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { nodeHost } from './node/host.ts'
import { pagesIn } from './node/pages.ts'
import { clientHost, hasFiles } from './server/client-host.ts'
import { divided } from './server/host.ts'
import { serve } from './server/serve.ts'

const script = process.argv[1]
const disk = nodeHost(script === undefined ? undefined : pagesIn(join(dirname(realpathSync(script)), 'diagnostics')))

const connection = createConnection(ProposedFeatures.all)
serve(connection, client => (hasFiles(client) ? divided('file', disk, clientHost(connection)) : disk))
