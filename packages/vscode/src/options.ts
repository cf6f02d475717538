/** What the server is told about this client, and what of its work is taken over here. */
import type { ClientCommands, Commands, Experimental } from '@merit-lang/language-server'
import { type Diagnostic, Uri } from 'vscode'
import type { ClientCapabilities, LanguageClientOptions, Middleware, StaticFeature } from 'vscode-languageclient'

export const LANGUAGE = 'merit'

/** A command that is only linked to: from the name of a finding to the page about it. */
export const EXPLAIN_FINDING = 'merit.explainFinding'

/** Commands of lenses that only this client has. */
const commands = ['merit.openPreview'] satisfies (keyof ClientCommands)[]

/** Tests that a lens starts are shown where all tests are shown. */
export type RunTests = (...args: Commands['merit.runTest']) => Promise<void>

export function optionsOf(runTests: RunTests): LanguageClientOptions {
  return {
    documentSelector: [{ language: LANGUAGE }],
    // Mistakes are to be shown at once, and not only when the editor asks.
    initializationOptions: { findings: 'push' },
    middleware: middlewareOf(runTests),
    outputChannelName: 'Merit',
  }
}

const testCommands: ReadonlySet<string> = new Set<keyof Commands>(['merit.runTest', 'merit.runAllTests'])

function middlewareOf(runTests: RunTests): Middleware {
  return {
    handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linked)),
    executeCommand: (command, args, next) => (testCommands.has(command) ? runTests(args[0]) : next(command, args)),
  }
}

/** Pages come from the server, so that they are there where there is no disk. */
function linked(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic
  const value = typeof code === 'object' ? code.value : code
  if (value !== undefined)
    diagnostic.code = {
      value,
      target: Uri.parse(`command:${EXPLAIN_FINDING}?${encodeURIComponent(JSON.stringify([value]))}`),
    }
  return diagnostic
}

/** What this client can do beyond the protocol. */
export const announcing: StaticFeature = {
  fillClientCapabilities: (capabilities: ClientCapabilities) => {
    const experimental: Experimental = { merit: { files: true, commands } }
    capabilities.experimental = { ...capabilities.experimental, ...experimental }
  },
  initialize: () => {},
  getState: () => ({ kind: 'static' }),
  clear: () => {},
}
