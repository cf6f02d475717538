/** What is known of words, numbers and sentences, by the part of the tree that they stand in. */
import {
  type Ast,
  continuationsAt,
  isKeyword,
  type ScoreSymbol,
  type Span,
  standardVocabulary,
  textOf,
  type Understood,
  type Word,
} from '@merit-lang/language'
import { inline, paragraphs } from '../describe/markdown.ts'
import { describeKeyword, describeWord } from '../describe/words.ts'
import { innermost } from '../nodes.ts'
import type { Place, Project } from '../workspace.ts'
import { decayOf, decayText, ruleIn } from './decay.ts'
import { literalText } from './literals.ts'
import { scoreText } from './ranges.ts'
import { ruleText } from './rule.ts'

export interface Told {
  readonly span: Span
  readonly text: string
}

/** `path`: the nodes at the place, outermost first. */
export function formText(place: Place, path: readonly Ast.AnyNode[]): Told | undefined {
  return literal(place, path) ?? word(path) ?? keyword(place, path)
}

// ---------------------------------------------------------------- numbers

const literals: ReadonlySet<string> = new Set(['number', 'percent', 'duration', 'date'])
type Literal = Ast.NumberLit | Ast.PercentLit | Ast.DurationLit | Ast.DateLit

function literal({ project }: Place, path: readonly Ast.AnyNode[]): Told | undefined {
  const node = path.at(-1)
  if (!node || !literals.has(node.kind)) return undefined
  const { understood } = project.checked
  const text = paragraphs(
    literalText(node as Literal, understood),
    threshold(node, path, project),
    faded(path, understood),
  )
  return text === '' ? undefined : { span: node.span, text }
}

function faded(path: readonly Ast.AnyNode[], understood: Understood): string | undefined {
  const decay = innermost(path, 'decay')
  return decay && decayText(decay, ruleIn(path), understood)
}

/** `qualify MQL at 50`: which score is read, and between which bounds it moves. */
function threshold(node: Ast.AnyNode, path: readonly Ast.AnyNode[], project: Project): string | undefined {
  const { stages, scores, grades } = project.checked.understood
  const qualify = innermost(path, 'qualify')
  const line = stages.flatMap(({ lines }) => lines).find(({ declaration }) => declaration === qualify)
  if (line?.score && (node === qualify?.at || node === qualify?.until)) return reads(line.score, project)
  const row = innermost(path, 'gradeRow')
  const grade =
    row?.at === node ? grades.find(({ declaration }) => declaration === innermost(path, 'grade')) : undefined
  const score = scores.find(({ name }) => name === grade?.declaration.from?.text)
  return score && reads(score, project)
}

function reads({ name, declaration }: ScoreSymbol, project: Project): string {
  const bounds = [bound('floor', declaration?.floor), bound('cap', declaration?.cap)].filter(text => text !== '')
  const which = bounds.length > 0 ? bounds.join(' and ') : 'no bounds'
  return paragraphs(`Reads the score ${inline(name)}, which has ${which}.`, scoreText(name, project))
}

const bound = (what: string, value: Ast.Expr | undefined) => (value ? `a ${what} of ${inline(textOf(value.span))}` : '')

// ---------------------------------------------------------------- words of the vocabulary

/** Names that the language gives: of operators, functions, aggregates and types. */
function word(path: readonly Ast.AnyNode[]): Told | undefined {
  const [parent, node] = path.slice(-2)
  if (node?.kind !== 'ident' || !parent) return undefined
  const found = recordAt(parent, node)
  return found && { span: node.span, text: describeWord(found) }
}

function recordAt(parent: Ast.AnyNode, ident: Ast.Ident): Word | undefined {
  const { textOperators, functions, aggregates, types } = standardVocabulary
  const named = (words: readonly Word[]) => words.find(({ name }) => name === ident.text)
  if (parent.kind === 'wordTest') return textOperators.find(operator => isSpelled(operator, parent))
  if (parent.kind === 'call' && parent.name === ident) return named(functions)
  if (parent.kind === 'aggregate' && parent.name === ident) return named(aggregates)
  return parent.kind === 'type' && parent.name === ident ? named(types) : undefined
}

type Operator = (typeof standardVocabulary)['textOperators'][number]

function isSpelled({ phrase, anyPhrase, allPhrase }: Operator, { words }: Ast.WordTest): boolean {
  const written = words.map(({ text }) => text).join(' ')
  return [phrase, anyPhrase, allPhrase].some(one => one?.join(' ') === written)
}

// ---------------------------------------------------------------- keywords

/** Not where the word is a name, nor in texts and comments. */
function keyword({ source, offset, project }: Place, path: readonly Ast.AnyNode[]): Told | undefined {
  const { inside, start, end } = continuationsAt(source, offset + nameRest(source.text, offset))
  const text = source.text.slice(start, end)
  if (inside !== 'code' || !isKeyword(text) || names.has(path.at(-1)?.kind ?? '')) return undefined
  const ofRule = sentence({ text, start }, path, project)
  return { span: { source, start, end }, text: paragraphs(ofRule, describeKeyword(text)) }
}

const names: ReadonlySet<string> = new Set(['ident', 'name', 'label', 'text'])

/** How far it is to the end of the word that the place is in. */
const nameRest = (text: string, offset: number) =>
  /^[\p{L}\p{N}_]*/u.exec(text.slice(offset, offset + 64))?.[0].length ?? 0

const ofEvents: ReadonlySet<string> = new Set(['on', 'add', 'subtract', 'decay', 'after'])

interface At {
  readonly text: string
  readonly start: number
}

/**
 * At a rule's first word what it is; at the words that carry it, the points that are left of it; at `decay` its own, also where
 * a block says it.
 */
function sentence({ text, start }: At, path: readonly Ast.AnyNode[], project: Project): string | undefined {
  const { understood } = project.checked
  const setting = innermost(path, 'default')
  if (setting?.setting.kind === 'decay' && text === 'decay') return decayText(setting.setting, undefined, understood)
  const rule = ruleIn(path)
  const decay = rule && ofEvents.has(text) ? decayOf(path) : undefined
  const whole = rule?.span.start === start ? ruleText(rule, path, project) : undefined
  return paragraphs(whole, decay && decayText(decay, rule, understood))
}
