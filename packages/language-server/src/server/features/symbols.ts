import { type DocumentSymbol, DocumentSymbolRequest, SymbolKind, WorkspaceSymbolRequest } from 'vscode-languageserver'
import { documentSymbols, type FileSymbol, type SymbolKind as Kind } from '../../service/document-symbols.ts'
import { workspaceSymbols } from '../../service/workspace-symbols.ts'
import { answer, type Context, type Feature } from '../feature.ts'

export const kinds = {
  model: SymbolKind.Module,
  lead: SymbolKind.Struct,
  attribute: SymbolKind.Field,
  record: SymbolKind.Struct,
  event: SymbolKind.Event,
  property: SymbolKind.Property,
  list: SymbolKind.Array,
  let: SymbolKind.Constant,
  segment: SymbolKind.Boolean,
  score: SymbolKind.Class,
  group: SymbolKind.Namespace,
  rule: SymbolKind.Method,
  grade: SymbolKind.Enum,
  label: SymbolKind.EnumMember,
  stage: SymbolKind.Interface,
  disqualification: SymbolKind.Operator,
  promise: SymbolKind.Key,
  test: SymbolKind.Function,
} satisfies { [K in Kind]: SymbolKind }

export const symbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: true, workspaceSymbolProvider: true }),
  answers: [
    answer(DocumentSymbolRequest.type, ({ textDocument }, context) => {
      const found = documentSymbols(context.workspace, context.pathOf(textDocument.uri))
      const { hierarchicalDocumentSymbolSupport } = context.client.textDocument?.documentSymbol ?? {}
      return hierarchicalDocumentSymbolSupport
        ? found.map(symbol => tree(symbol, context))
        : found.flatMap(symbol => flat(symbol, '', context))
    }),
    answer(WorkspaceSymbolRequest.type, ({ query }, context) =>
      workspaceSymbols(context.workspace, query).map(({ symbol, container }) =>
        information(symbol, container, context),
      ),
    ),
  ],
}

function tree({ kind, name, detail, span, nameSpan, children }: FileSymbol, context: Context): DocumentSymbol {
  return {
    name,
    detail,
    kind: kinds[kind],
    range: context.range(span),
    selectionRange: context.range(nameSpan),
    children: children.map(child => tree(child, context)),
  }
}

/** For clients that know no trees. */
function flat(symbol: FileSymbol, container: string, context: Context): ReturnType<typeof information>[] {
  const inside = symbol.children.flatMap(child => flat(child, symbol.name, context))
  return [information(symbol, container, context), ...inside]
}

function information({ kind, name, nameSpan }: FileSymbol, containerName: string, { location }: Context) {
  return { name, kind: kinds[kind], location: location(nameSpan), containerName }
}
