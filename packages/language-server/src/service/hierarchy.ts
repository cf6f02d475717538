/** What reads a name, and what it is built on: for editors a hierarchy of calls. */
import type { Span } from '@merit-lang/language'
import { declarationsOf } from './definition.ts'
import { documentSymbols, type FileSymbol } from './document-symbols.ts'
import {
  type EntityKind,
  keyOf,
  type Occurrence,
  occurrencesAt,
  occurrencesEverywhere,
  occurrencesInFile,
} from './occurrences.ts'
import type { Place, Workspace } from './workspace.ts'

/** What is connected, and by which names. */
export interface Connection {
  readonly symbol: FileSymbol
  /** In the one that reads. */
  readonly spans: readonly Span[]
}

/** What the name at the place is declared by; without a name the rule or block that it stands in. */
export function symbolsAt(place: Place): readonly FileSymbol[] {
  const { workspace, project, source, offset } = place
  const declared = occurrencesAt(place).flatMap(({ entity }) => declarationsOf(project, entity))
  const spans = declared.length > 0 ? declared : [{ source, start: offset, end: offset }]
  return [...new Set(spans.flatMap(span => symbolWith(workspace, span) ?? []))]
}

/** Rules, definitions and outcomes that read it. `place` is that of its name. */
export function readersOf(place: Place): readonly Connection[] {
  const { workspace, project } = place
  const entities = occurrencesAt(place).map(({ entity }) => entity)
  const uses = occurrencesEverywhere(workspace, project, entities).filter(({ role }) => role === 'use')
  return connected(uses.flatMap(use => pairOf(symbolWith(workspace, use.span), use)))
}

/** What it reads, as far as that is declared. `place` is that of its name. */
export function readBy(place: Place): readonly Connection[] {
  const { workspace, project, source, offset } = place
  const symbol = symbolWith(workspace, { source, start: offset, end: offset })
  if (!symbol) return []
  const inside = occurrencesInFile(project, source).filter(
    ({ span, role, entity }) =>
      role === 'use' && !parts.has(entity.kind) && span.start >= symbol.span.start && span.end <= symbol.span.end,
  )
  return connected(
    inside.flatMap(use =>
      declarationsOf(project, use.entity).flatMap(span => pairOf(symbolWith(workspace, span), use)),
    ),
  ).filter(({ symbol: other }) => other !== symbol)
}

/** What is a part of something else that is named beside it. */
const parts: ReadonlySet<EntityKind> = new Set(['value', 'label', 'record'])

type Pair = readonly [symbol: FileSymbol, use: Occurrence]

const pairOf = (symbol: FileSymbol | undefined, use: Occurrence): Pair[] => (symbol ? [[symbol, use]] : [])

function connected(pairs: readonly Pair[]): readonly Connection[] {
  const bySymbol = new Map<FileSymbol, Map<string, Span>>()
  for (const [symbol, { entity, span }] of pairs) {
    const spans = bySymbol.get(symbol) ?? new Map<string, Span>()
    bySymbol.set(symbol, spans.set(`${span.start} ${keyOf(entity)}`, span))
  }
  return [...bySymbol].map(([symbol, spans]) => ({ symbol, spans: [...spans.values()] }))
}

/** The innermost that the piece lies in. */
function symbolWith(workspace: Workspace, { source, start, end }: Span): FileSymbol | undefined {
  let found: FileSymbol | undefined
  for (let inside = documentSymbols(workspace, source.path); inside.length > 0; inside = found.children) {
    const next = inside.find(({ span }) => span.start <= start && end <= span.end)
    if (!next) return found
    found = next
  }
  return found
}
