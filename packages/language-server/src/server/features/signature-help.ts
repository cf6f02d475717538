import { MarkupKind, type SignatureHelp, SignatureHelpRequest } from 'vscode-languageserver'
import { type Signature, signaturesAt } from '../../service/signature.ts'
import { answer, type Feature } from '../feature.ts'

export const signatureHelp: Feature = {
  capabilities: () => ({
    signatureHelpProvider: { triggerCharacters: ['(', ',', ' '], retriggerCharacters: [',', ' '] },
  }),
  answers: [
    answer(SignatureHelpRequest.type, (params, context) => {
      const place = context.place(params)
      const formats = context.client.textDocument?.signatureHelp?.signatureInformation?.documentationFormat ?? []
      const kind = formats.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText
      return place ? shown(signaturesAt(place), kind) : null
    }),
  ],
}

function shown(signatures: readonly Signature[], kind: MarkupKind): SignatureHelp | null {
  const [first] = signatures
  if (!first) return null
  return {
    signatures: signatures.map(({ label, documentation, parameters, active }) => ({
      label,
      documentation: { kind, value: documentation },
      parameters: parameters.map(({ start, end, documentation: doc }) => ({
        label: [start, end],
        ...(doc && { documentation: { kind, value: doc } }),
      })),
      ...(active !== undefined && { activeParameter: active }),
    })),
    activeSignature: 0,
    // Clients take 0 for nothing: a number that no parameter has marks none.
    activeParameter: first.active ?? first.parameters.length,
  }
}
