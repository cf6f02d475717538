import { DocumentLinkRequest } from 'vscode-languageserver'
import { documentLinks as linksIn } from '../../service/document-links.ts'
import { answer, type Feature } from '../feature.ts'

export const documentLinks: Feature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  answers: [
    answer(DocumentLinkRequest.type, ({ textDocument }, { workspace, pathOf, uriOf, range }) =>
      linksIn(workspace, pathOf(textDocument.uri)).map(({ span, target }) => ({
        range: range(span),
        target: uriOf(target),
      })),
    ),
  ],
}
