/** What a file with rules names, something uses. A file of declarations alone serves others and is left out. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { neverUsed } from '../../diagnostics/hints/never-used.ts'
import type * as Ast from '../../syntax/ast.ts'
import type { CheckedModel, Meaning } from '../model.ts'
import type { Hint } from './hint.ts'

/** Derived events are named for rules to use; event types describe the data and may be there for later. */
const named = {
  let: 'let',
  list: 'list',
  segment: 'segment',
  derived: 'event',
} satisfies Partial<Record<Meaning['kind'], string>>

export const hintNeverUsed: Hint = (model, report) => {
  if (!hasRules(entryOf(model))) return
  const used = new Set(model.meanings.values())
  for (const symbol of [...model.lets, ...model.lists, ...model.segments, ...model.derived]) {
    if (used.has(symbol) || symbol.declaration?.span.source !== model.entry) continue
    const params = { what: named[symbol.kind], name: symbol.name, declaration: symbol.declaration.span }
    report(diagnose(neverUsed, symbol.declaration.name.span, params))
  }
}

function entryOf(model: CheckedModel): Ast.File | undefined {
  return model.files.find(({ source }) => source === model.entry)?.ast
}

const deciding = new Set<Ast.Statement['kind']>(['rule', 'group', 'score', 'grade', 'qualify', 'disqualify', 'promise'])

function hasRules(file: Ast.File | undefined): boolean {
  return file?.statements.some(({ kind }) => deciding.has(kind)) ?? false
}
