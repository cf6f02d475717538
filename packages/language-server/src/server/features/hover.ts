import { type ClientCapabilities, HoverRequest, MarkupKind } from 'vscode-languageserver'
import { hoverAt } from '../../service/hover/hover.ts'
import { answer, type Feature } from '../feature.ts'

export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  answers: [
    answer(HoverRequest.type, (params, { place, client, range }) => {
      const at = place(params)
      const told = at && hoverAt(at)
      return told ? { range: range(told.span), contents: { kind: markupOf(client), value: told.markdown } } : null
    }),
  ],
}

/** Markdown reads well enough where it is not understood. */
function markupOf({ textDocument }: ClientCapabilities): MarkupKind {
  const formats = textDocument?.hover?.contentFormat ?? []
  return formats.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText
}
