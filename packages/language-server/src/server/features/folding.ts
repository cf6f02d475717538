import { FoldingRangeKind, FoldingRangeRequest } from 'vscode-languageserver'
import { type Fold, foldsIn } from '../../service/folding.ts'
import { answer, type Feature } from '../feature.ts'

const kinds = {
  block: undefined,
  comment: FoldingRangeKind.Comment,
  imports: FoldingRangeKind.Imports,
} satisfies { [K in Fold['kind']]: FoldingRangeKind | undefined }

export const folding: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  answers: [
    answer(FoldingRangeRequest.type, ({ textDocument }, { workspace, pathOf }) =>
      foldsIn(workspace, pathOf(textDocument.uri)).map(({ from, to, kind }) => ({
        startLine: from,
        endLine: to,
        kind: kinds[kind],
      })),
    ),
  ],
}
