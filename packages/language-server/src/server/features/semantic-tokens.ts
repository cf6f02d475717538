import {
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  type SemanticTokensEdit,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver'
import { linePositionOf } from '../../service/positions.ts'
import {
  type SemanticToken,
  tokenModifiers,
  semanticTokens as tokensIn,
  tokenTypes,
} from '../../service/semantic-tokens.ts'
import type { SourceText } from '../../service/text.ts'
import { answer, type Context, type Feature } from '../feature.ts'

export const semanticTokens: Feature = {
  capabilities: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  }),
  answers: [
    answer(SemanticTokensRequest.type, ({ textDocument }, context) => whole(textDocument.uri, context)),
    answer(SemanticTokensDeltaRequest.type, ({ textDocument, previousResultId }, context) =>
      since(previousResultId, whole(textDocument.uri, context)),
    ),
    answer(SemanticTokensRangeRequest.type, ({ textDocument: { uri }, range }, context) => {
      const span = context.span(uri, range)
      if (!span) return { data: [] }
      const inside = tokensIn(context.workspace, context.pathOf(uri)).filter(
        ({ start, end }) => start < span.end && end > span.start,
      )
      return { data: encoded(inside, span.source) }
    }),
  ],
}

function whole(uri: string, { workspace, pathOf, source }: Context): SemanticTokens {
  const text = source(uri)
  return remembered(text ? encoded(tokensIn(workspace, pathOf(uri)), text) : [])
}

// ---------------------------------------------------------------- five numbers for each token

const indexOfType = new Map(tokenTypes.map((type, i) => [type, i]))
const bitOfModifier = new Map(tokenModifiers.map((modifier, i) => [modifier, 1 << i]))

/** Each place is told by how far it is from the one before. */
function encoded(tokens: readonly SemanticToken[], source: SourceText): number[] {
  let last = { line: 0, character: 0 }
  return tokens.flatMap(({ start, end, type, modifiers }) => {
    const at = linePositionOf(source, start)
    const lines = at.line - last.line
    const bits = modifiers.reduce((sum, modifier) => sum | (bitOfModifier.get(modifier) ?? 0), 0)
    const characters = lines === 0 ? at.character - last.character : at.character
    last = at
    return [lines, characters, end - start, indexOfType.get(type) ?? 0, bits]
  })
}

// ---------------------------------------------------------------- what has changed since

/** The last results, so that only what changed is sent; of a result that is no longer here everything is sent. */
const results = new Map<string, readonly number[]>()
const kept = 32
let count = 0

function remembered(data: number[]): SemanticTokens {
  const resultId = String(++count)
  results.set(resultId, data)
  if (results.size > kept) results.delete(results.keys().next().value as string)
  return { resultId, data }
}

function since(previous: string, { resultId, data }: SemanticTokens): SemanticTokens | SemanticTokensDelta {
  const before = results.get(previous)
  if (!before) return { resultId, data }
  results.delete(previous)
  const edit = differenceOf(before, data)
  return { resultId, edits: edit ? [edit] : [] }
}

/** The smallest piece outside of which nothing has changed. */
function differenceOf(before: readonly number[], after: readonly number[]): SemanticTokensEdit | undefined {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  if (start === before.length && start === after.length) return undefined
  let same = 0
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++
  return { start, deleteCount: before.length - same - start, data: after.slice(start, after.length - same) }
}
