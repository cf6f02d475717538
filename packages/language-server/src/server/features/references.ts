import { DocumentHighlightKind, DocumentHighlightRequest, ReferencesRequest } from 'vscode-languageserver'
import { type Highlight, highlightsAt, referencesAt } from '../../service/references.ts'
import { answer, type Feature } from '../feature.ts'

const kinds = {
  declaration: DocumentHighlightKind.Write,
  implied: DocumentHighlightKind.Write,
  use: DocumentHighlightKind.Read,
} satisfies { [R in Highlight['role']]: DocumentHighlightKind }

export const references: Feature = {
  capabilities: () => ({ referencesProvider: true, documentHighlightProvider: true }),
  answers: [
    answer(ReferencesRequest.type, (params, { place, location }) => {
      const at = place(params)
      return at ? referencesAt(at, params.context.includeDeclaration).map(location) : null
    }),
    answer(DocumentHighlightRequest.type, (params, { place, range }) => {
      const at = place(params)
      return at ? highlightsAt(at).map(({ span, role }) => ({ range: range(span), kind: kinds[role] })) : null
    }),
  ],
}
