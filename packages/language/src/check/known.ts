/**
 * What a check takes over from the one before: the rules whose findings an edit cannot have changed. They had none, they
 * mention only names that mean what they meant, and none whose type follows from uses.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type * as Ast from '../syntax/ast.ts'
import type { SourceText } from '../syntax/source.ts'
import { walk } from '../syntax/walk.ts'
import { changedNames, type Declared, heirs } from './changed-names.ts'
import { unwrap } from './clues.ts'
import type { LoadedFile } from './load.ts'
import type { Meaning, Type } from './model.ts'
import { type Event, emptyNames, type Names } from './names.ts'

type Rules = Set<Ast.RuleDecl>
type MeaningOf = Map<Ast.NameExpr | Ast.Ident, Meaning>

export class Known {
  readonly types = new Map<Ast.Expr, Type>()
  readonly meanings: MeaningOf = new Map()
  /** Not looked at in the check at hand. */
  rules: Rules = new Set()
  /** Those of them about which no hint had anything to say. */
  silent: Rules = new Set()
  #files: readonly LoadedFile[] = []
  #declared: Declared = { names: emptyNames(), constants: new Map() }

  /** Before a check: only what still stands in the files stays known. */
  begin(files: readonly LoadedFile[]): void {
    const standing = new Set(rulesIn(files))
    this.#keep(rule => standing.has(rule))
    this.#forget(this.#files)
    this.#files = files
  }

  /** After a check in which this was declared; false where it is to be done again, because rules mention names that mean something else now. */
  holds(declared: Declared): boolean {
    const changed = changedNames(this.#declared, declared)
    const before = this.rules.size
    if (changed === 'all') this.#keep(() => false)
    else if (changed.size > 0) this.#keep(rule => !mentions(rule, changed))
    if (this.rules.size < before) {
      this.#forget(this.#files)
      return false
    }
    this.#adopt(declared)
    return true
  }

  /** After a check that holds: what was found says which rules need not be looked at the next time. */
  learn(diagnostics: readonly Diagnostic[], exhausted: boolean): void {
    const faulty = around(diagnostics)
    const isOpen = opennessOf(this.#declared.names, this.meanings)
    const settled = rulesIn(this.#files).filter(
      rule => this.rules.has(rule) || !(exhausted || faulty(rule) || isOpen(rule)),
    )
    this.rules = new Set(settled)
  }

  /** After hints were looked for everywhere but in the silent rules. */
  learnHints(hints: readonly Diagnostic[]): void {
    const hinted = around(hints)
    this.silent = new Set([...this.rules].filter(rule => this.silent.has(rule) || !hinted(rule)))
  }

  #keep(stays: (rule: Ast.RuleDecl) => boolean): void {
    this.rules = new Set([...this.rules].filter(stays))
    this.silent = new Set([...this.silent].filter(rule => this.rules.has(rule)))
  }

  /** Types and meanings of everything but the rules that are known. */
  #forget(files: readonly LoadedFile[]): void {
    for (const { ast } of files) {
      walk(ast, node => {
        if (this.rules.has(node as Ast.RuleDecl)) return false
        this.types.delete(node as Ast.Expr)
        this.meanings.delete(node as Ast.NameExpr)
        return true
      })
    }
  }

  /** Names of rules that are known stand for what is declared now. */
  #adopt({ names, constants }: Declared): void {
    const heirOf = heirs(this.#declared.names, names)
    for (const [name, meaning] of this.meanings) {
      const heir = heirOf.get(meaning)
      if (heir) this.meanings.set(name, heir)
    }
    this.#declared = { names, constants }
  }
}

function rulesIn(files: readonly LoadedFile[]): Ast.RuleDecl[] {
  const found: Ast.RuleDecl[] = []
  const look = (one: Ast.Statement): void => {
    if (one.kind === 'rule') found.push(one)
    else if (one.kind === 'score' || one.kind === 'group') for (const item of one.items ?? []) look(item)
  }
  for (const { ast } of files) for (const statement of ast.statements) look(statement)
  return found
}

function mentions(rule: Ast.RuleDecl, words: ReadonlySet<string>): boolean {
  let found = false
  walk(rule, node => {
    if (node.kind === 'ident' && words.has(node.text)) found = true
    return !found
  })
  return found
}

/** Whether something was found in a rule. Both may be many. */
function around(diagnostics: readonly Diagnostic[]): (rule: Ast.RuleDecl) => boolean {
  const reaches = new Map<SourceText, Reach[]>()
  for (const { span } of diagnostics.toSorted((a, b) => a.span.start - b.span.start)) {
    const inSource = reaches.get(span.source) ?? []
    reaches.set(span.source, inSource)
    inSource.push({ start: span.start, end: Math.max(span.end, inSource.at(-1)?.end ?? 0) })
  }
  return ({ span: { source, start, end } }) => endOfThoseBefore(reaches.get(source) ?? [], end) >= start
}

/** A beginning of something found, and how far it or anything that begins before it goes. */
interface Reach {
  readonly start: number
  readonly end: number
}

/** How far goes what begins at the offset or before it; −1 where nothing does. */
function endOfThoseBefore(reaches: readonly Reach[], offset: number): number {
  let low = 0
  let high = reaches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((reaches[middle] as Reach).start <= offset) low = middle + 1
    else high = middle
  }
  return reaches[low - 1]?.end ?? -1
}

/** Whether a rule names something whose type or properties follow from uses. */
function opennessOf({ openLead, openEvents, events }: Names, meanings: MeaningOf): (rule: Ast.RuleDecl) => boolean {
  const isOpenEvent = (event: Event) => event.open
  const someOpen = openLead || openEvents || [...events.values()].some(isOpenEvent)
  const isOpen = (meaning: Meaning): boolean => {
    if (meaning.kind === 'attribute') return !meaning.declared
    if (meaning.kind === 'event') return isOpenEvent(meaning as Event)
    if (meaning.kind === 'derived') return meaning.types.some(type => isOpenEvent(type as Event))
    return meaning.kind === 'let' && someOpen && mayPassOn(meaning.declaration.value)
  }
  return rule => {
    let found = false
    walk(rule, node => {
      const meaning = meanings.get(node as Ast.Ident)
      if (meaning && isOpen(meaning)) found = true
      return !found
    })
    return found
  }
}

/** A `let` of one of these may be of the type of something else. */
function mayPassOn(value: Ast.Expr): boolean {
  const { kind } = unwrap(value)
  return kind === 'name' || kind === 'aggregate'
}
