import {
  type CallHierarchyIncomingCall,
  CallHierarchyIncomingCallsRequest,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
} from 'vscode-languageserver'
import type { FileSymbol } from '../../service/document-symbols.ts'
import { readBy, readersOf, symbolsAt } from '../../service/hierarchy.ts'
import type { Place } from '../../service/workspace.ts'
import { answer, type Context, type Feature } from '../feature.ts'
import { kinds } from './symbols.ts'

/** What reads a name stands above it, what it is built on below. */
export const hierarchy: Feature = {
  capabilities: () => ({ callHierarchyProvider: true }),
  answers: [
    answer(CallHierarchyPrepareRequest.type, (params, context) => {
      const place = context.place(params)
      return place ? symbolsAt(place).map(symbol => itemOf(symbol, context)) : null
    }),
    answer(CallHierarchyIncomingCallsRequest.type, ({ item }, context): CallHierarchyIncomingCall[] | null => {
      const place = placeOf(item, context)
      if (!place) return null
      return readersOf(place).map(({ symbol, spans }) => ({
        from: itemOf(symbol, context),
        fromRanges: spans.map(context.range),
      }))
    }),
    answer(CallHierarchyOutgoingCallsRequest.type, ({ item }, context): CallHierarchyOutgoingCall[] | null => {
      const place = placeOf(item, context)
      if (!place) return null
      return readBy(place).map(({ symbol, spans }) => ({
        to: itemOf(symbol, context),
        fromRanges: spans.map(context.range),
      }))
    }),
  ],
}

function placeOf({ uri, selectionRange }: CallHierarchyItem, { place }: Context): Place | undefined {
  return place({ textDocument: { uri }, position: selectionRange.start })
}

function itemOf({ kind, name, detail, span, nameSpan }: FileSymbol, { uriOf, range }: Context): CallHierarchyItem {
  const uri = uriOf(span.source.path)
  return { name, detail, kind: kinds[kind], uri, range: range(span), selectionRange: range(nameSpan) }
}
