import { InlayHintKind, InlayHintRequest } from 'vscode-languageserver'
import { inlayHints as hintsIn } from '../../service/inlay-hints.ts'
import { linePositionOf } from '../../service/positions.ts'
import { answer, type Feature } from '../feature.ts'

export const inlayHints: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  answers: [
    answer(InlayHintRequest.type, ({ textDocument: { uri }, range }, { workspace, span }) => {
      const shown = span(uri, range)
      const hints = shown ? hintsIn(workspace, shown) : []
      return hints.map(({ at, text, kind, why }) => ({
        position: linePositionOf((shown as NonNullable<typeof shown>).source, at),
        label: text,
        tooltip: { kind: 'markdown', value: why },
        ...(kind === 'type' && { kind: InlayHintKind.Type }),
      }))
    }),
  ],
}
