import { type ClientCapabilities, HoverRequest, MarkupKind } from 'vscode-languageserver'
import { hoverAt } from '../../service/hover/hover.ts'
import { spreadAt } from '../evaluating.ts'
import { answer, type Feature } from '../feature.ts'

export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  answers: [
    answer(HoverRequest.type, async (params, context, token) => {
      const at = context.place(params)
      if (!at) return null
      const told = hoverAt(at)
      const parts = [told?.markdown, await spreadAt(at, context, token)].filter(part => part !== undefined)
      if (parts.length === 0) return null
      const contents = { kind: markupOf(context.client), value: parts.join('\n\n') }
      return told ? { range: context.range(told.span), contents } : { contents }
    }),
  ],
}

/** Markdown reads well enough where it is not understood. */
function markupOf({ textDocument }: ClientCapabilities): MarkupKind {
  const formats = textDocument?.hover?.contentFormat ?? []
  return formats.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText
}
