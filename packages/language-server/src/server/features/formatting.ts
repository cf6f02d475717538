import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
} from 'vscode-languageserver'
import { formatAll, formatRange, formatTyped } from '../../service/formatting.ts'
import type { TextEdit } from '../../service/workspace.ts'
import { answer, type Context, type Feature } from '../feature.ts'

export const formatting: Feature = {
  capabilities: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
  }),
  answers: [
    answer(DocumentFormattingRequest.type, ({ textDocument }, context) =>
      shown(formatAll(context.workspace, context.pathOf(textDocument.uri)), context),
    ),
    answer(DocumentRangeFormattingRequest.type, ({ textDocument: { uri }, range }, context) => {
      const span = context.span(uri, range)
      return span ? shown(formatRange(context.workspace, context.pathOf(uri), span), context) : null
    }),
    answer(DocumentOnTypeFormattingRequest.type, ({ textDocument: { uri }, position, ch }, context) => {
      const at = context.span(uri, { start: position, end: position })
      return at ? shown(formatTyped(context.workspace, context.pathOf(uri), at.start, ch), context) : null
    }),
  ],
}

function shown(edits: readonly TextEdit[], { range }: Context) {
  return edits.map(({ span, text }) => ({ range: range(span), newText: text }))
}
