/** Text → checked model: one function that reads downwards. Never throws on any text. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type * as Ast from '../syntax/ast.ts'
import { parse } from '../syntax/parse.ts'
import type { SourceText, Span } from '../syntax/source.ts'
import { standardVocabulary } from '../words/vocabulary.ts'
import type { Vocabulary } from '../words/word.ts'
import { checkScore } from './blocks.ts'
import { type Checking, startChecking } from './checking.ts'
import { declareAll } from './declare.ts'
import { checkDefinitions, orderDefinitions, settleDerived } from './definitions.ts'
import { checkCondition } from './expressions.ts'
import { findingsOf, hints } from './hints/index.ts'
import { settleChecked } from './ignores/ignores.ts'
import { inferTypes } from './infer.ts'
import type { Known } from './known.ts'
import { deceptionsIn } from './letters/deceptions.ts'
import { type LoadedFile, load, type Read } from './load.ts'
import type { Checked, CheckedModel, Understood } from './model.ts'
import type { Definition } from './names.ts'
import { checkGrade, checkPromise, checkStage, settleLabels, settleStages } from './outcomes.ts'
import { checkProperties } from './properties.ts'
import { resolveFiles } from './resolve-forms.ts'
import { checkSettings } from './settings.ts'
import { checkTests } from './tests.ts'
import { settleUnknownValues } from './unknown-values.ts'

export interface CheckOptions {
  /** The text of an imported file, by its path from where the entry file's path begins; nothing if there is none. */
  readonly read?: Read
  readonly vocabulary?: Vocabulary
}

export function check(
  source: SourceText,
  { read = () => undefined, vocabulary = standardVocabulary }: CheckOptions = {},
): Checked {
  const broken: Diagnostic[] = []
  const files = load(source, read, parse, broken)
  const found = understand(files, vocabulary, broken)
  return conclude(found, model => hints.flatMap(hint => findingsOf(hint, model)))
}

/** What is known of files, and what is wrong with them, as it was found. */
export interface Findings {
  readonly cx: Checking
  readonly order: readonly Definition[]
  /** Mistakes in the texts alone. */
  readonly broken: readonly Diagnostic[]
}

/** The entry comes first. Rules that are known are not looked at. */
export function understand(
  files: readonly LoadedFile[],
  vocabulary: Vocabulary,
  broken: readonly Diagnostic[],
  known?: Known,
): Findings {
  const cx = startChecking(vocabulary, files, [...broken], known)
  checkSettings(cx)
  declareAll(cx)
  settleDerived(cx)
  resolveFiles(cx)
  inferTypes(cx)
  checkProperties(cx)
  const order = orderDefinitions(cx)
  settleLabels(cx, order)
  settleStages(cx)
  checkDefinitions(cx, order)
  settleUnknownValues(cx)
  checkForms(cx, order)
  return { cx, order, broken }
}

/** Hints are looked for only where nothing is wrong. */
export function conclude(
  { cx, order, broken }: Findings,
  hintsAbout: (model: CheckedModel) => readonly Diagnostic[],
): Checked {
  const { files, diagnostics } = cx
  const understood = understoodOf(cx, order)
  const model = diagnostics.some(({ severity }) => severity === 'error') ? undefined : (understood as CheckedModel)
  const deceptions = files.flatMap(({ source }) => deceptionsIn(source))
  const all = [...diagnostics, ...deceptions, ...(model ? hintsAbout(model) : [])]
  const settled = settleChecked(files, withoutConsequences(all, broken), model !== undefined)
  return { understood, model, diagnostics: inTextOrder(settled.diagnostics, files), ignored: settled.ignored }
}

function checkForms(cx: Checking, order: readonly Definition[]): void {
  for (const symbol of order) {
    if (symbol.kind === 'score') checkScore(cx, symbol)
    if (symbol.kind === 'grade') checkGrade(cx, symbol)
    if (symbol.kind === 'stage') checkStage(cx, symbol)
  }
  for (const { condition } of statementsOf(cx.files, 'disqualify')) checkCondition(cx, condition)
  for (const promise of statementsOf(cx.files, 'promise')) checkPromise(cx, promise)
  checkTests(cx, statementsOf(cx.files.slice(0, 1), 'test'))
}

type StatementOf<K extends Ast.Statement['kind']> = Extract<Ast.Statement, { kind: K }>

/** Those of imported files come after the entry's. */
function statementsOf<K extends Ast.Statement['kind']>(files: readonly LoadedFile[], kind: K): StatementOf<K>[] {
  return files.flatMap(({ ast }) => ast.statements.filter(statement => statement.kind === kind)) as StatementOf<K>[]
}

function understoodOf(
  { vocabulary, files, names, types, meanings, uses }: Checking,
  order: readonly Definition[],
): Understood {
  const ordered = <K extends Definition['kind']>(kind: K) =>
    order.filter(symbol => symbol.kind === kind) as Extract<Definition, { kind: K }>[]
  const used = new Set([...uses.values()].flatMap(symbols => [...symbols]))
  for (const meaning of meanings.values()) if (meaning.kind === 'list') used.add(meaning)
  return {
    vocabulary,
    entry: (files[0] as LoadedFile).source,
    files,
    name: names.title,
    timezone: names.timezone,
    attributes: [...names.attributes.values()],
    events: [...names.events.values()],
    derived: ordered('derived'),
    lists: ordered('list').filter(list => !list.builtIn || used.has(list)),
    lets: ordered('let'),
    segments: ordered('segment'),
    scores: ordered('score'),
    grades: ordered('grade'),
    stages: ordered('stage'),
    disqualifications: statementsOf(files, 'disqualify'),
    promises: statementsOf(files, 'promise'),
    tests: statementsOf(files.slice(0, 1), 'test'),
    types,
    meanings,
    uses,
  }
}

/** What is said about a place that could not be read is no news. */
function withoutConsequences(diagnostics: readonly Diagnostic[], broken: readonly Diagnostic[]): readonly Diagnostic[] {
  if (broken.length === 0) return diagnostics
  const mistakes = new Set(broken)
  return diagnostics.filter(one => mistakes.has(one) || !broken.some(other => overlap(one.span, other.span)))
}

function overlap(a: Span, b: Span): boolean {
  return a.source === b.source && a.start <= b.end && b.start <= a.end
}

/** The entry's first, then those of imported files. */
export function inTextOrder(diagnostics: readonly Diagnostic[], files: Understood['files']): Diagnostic[] {
  const place = new Map(files.map(({ source }, i) => [source, i]))
  return diagnostics.toSorted(
    (a, b) => (place.get(a.span.source) ?? 0) - (place.get(b.span.source) ?? 0) || a.span.start - b.span.start,
  )
}
