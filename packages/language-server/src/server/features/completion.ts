import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextFormat,
  MarkupKind,
  type TextDocumentPositionParams,
  TextEdit,
} from 'vscode-languageserver'
import { completionsAt } from '../../service/completion/completion.ts'
import type { Completion, CompletionKind } from '../../service/completion/item.ts'
import type { SourceText } from '../../service/text.ts'
import { answer, type Context, type Feature } from '../feature.ts'

export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: ['.', '"', '`', '(', '['], resolveProvider: true } }),
  answers: [
    answer(CompletionRequest.type, (params, context) => {
      const { textDocument, position } = params
      return offered({ textDocument, position }, context)
    }),
    answer(CompletionResolveRequest.type, resolved),
  ],
}

const kinds = {
  attribute: CompletionItemKind.Field,
  property: CompletionItemKind.Property,
  event: CompletionItemKind.Event,
  value: CompletionItemKind.EnumMember,
  list: CompletionItemKind.Constant,
  let: CompletionItemKind.Variable,
  segment: CompletionItemKind.Class,
  score: CompletionItemKind.Module,
  grade: CompletionItemKind.Enum,
  stage: CompletionItemKind.Interface,
  keyword: CompletionItemKind.Keyword,
  operator: CompletionItemKind.Operator,
  function: CompletionItemKind.Function,
  type: CompletionItemKind.TypeParameter,
  unit: CompletionItemKind.Unit,
  snippet: CompletionItemKind.Snippet,
  file: CompletionItemKind.File,
  text: CompletionItemKind.Text,
} satisfies { [K in CompletionKind]: CompletionItemKind }

function offered(at: TextDocumentPositionParams, context: Context): CompletionItem[] {
  const place = context.place(at)
  if (!place) return []
  const { start, end, items } = completionsAt(place, context.paths)
  const edit = editAt(place.source, { start, cursor: place.offset, end }, context)
  const quote = /^["`]/.test(place.source.text.slice(start, end))
  const withSnippets = context.client.textDocument?.completion?.completionItem?.snippetSupport === true
  return items
    .filter(item => withSnippets || item.kind !== 'snippet')
    .map((item, i) => ({
      label: item.label,
      kind: kinds[item.kind],
      detail: item.detail,
      sortText: String(i).padStart(4, '0'),
      filterText: quote ? item.insert : item.label,
      insertTextFormat: item.snippet && withSnippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: edit(item.snippet && !withSnippets ? withoutSlots(item.insert) : item.insert),
      data: { ...at, kind: item.kind } satisfies Data,
    }))
}

interface Data extends TextDocumentPositionParams {
  readonly kind: CompletionKind
}

interface Word {
  readonly start: number
  readonly cursor: number
  readonly end: number
}

/** The word up to the cursor, or, as the client's user likes, all of it. */
function editAt(source: SourceText, { start, cursor, end }: Word, { client, range }: Context) {
  const replace = range({ source, start, end })
  const insert = range({ source, start, end: cursor })
  const both = client.textDocument?.completion?.completionItem?.insertReplaceSupport === true
  return (newText: string) => (both ? { newText, insert, replace } : TextEdit.replace(replace, newText))
}

/** What a snippet begins with. */
function withoutSlots(snippet: string): string {
  return snippet
    .replace(/\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*)?\}/g, (_, usual, first) => usual ?? first ?? '')
    .replace(/\\([\\$])/g, '$1')
}

/** What was offered at the same place, with its documentation. */
function resolved(item: CompletionItem, context: Context): CompletionItem {
  const { kind, ...at } = item.data as Data
  const place = context.place(at)
  const same = (one: Completion) => one.label === item.label && one.kind === kind
  const documentation = place && completionsAt(place, context.paths).items.find(same)?.documentation?.()
  return documentation === undefined
    ? item
    : { ...item, documentation: { kind: markupOf(context.client), value: documentation } }
}

function markupOf({ textDocument }: ClientCapabilities): MarkupKind {
  const formats = textDocument?.completion?.completionItem?.documentationFormat ?? []
  return formats.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText
}
