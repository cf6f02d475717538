/** Colours that only those who understand the text can tell: what each name stands for, which words are words here. */
import {
  type Ast,
  type Comment,
  type Meaning,
  type NodeOf,
  type Parsed,
  type TokenKind,
  tokensOf,
  walk,
} from '@merit-lang/language'
import { type EntityKind, type Occurrence, occurrencesInFile } from './occurrences.ts'
import type { Project, Workspace } from './workspace.ts'

/** In the order in which clients are told of them. */
export const tokenTypes = [
  'keyword',
  'property',
  'event',
  'variable',
  'class',
  'namespace',
  'enum',
  'enumMember',
  'interface',
  'function',
  'type',
  'number',
  'string',
  'comment',
] as const
export const tokenModifiers = ['declaration', 'readonly', 'defaultLibrary', 'documentation', 'duration'] as const

export type TokenType = (typeof tokenTypes)[number]
export type TokenModifier = (typeof tokenModifiers)[number]

export interface Colour {
  readonly type: TokenType
  readonly modifiers: readonly TokenModifier[]
}
/** On one line. */
export interface SemanticToken extends Colour {
  readonly start: number
  readonly end: number
}

/** In the order of the text. */
export function semanticTokens(workspace: Workspace, path: string): readonly SemanticToken[] {
  const parsed = workspace.parsed(path)
  if (!parsed) return []
  const meant = coloursOf(workspace.projectsOf(path)[0], path)
  const tokens = tokensOf(parsed.source).flatMap(({ kind, start, end }) => {
    const colour = meant.get(start) ?? written[kind]
    return colour ? [{ start, end, ...colour }] : []
  })
  return [...tokens, ...commentsIn(parsed)].sort((a, b) => a.start - b.start)
}

const colour = (type: TokenType, ...modifiers: readonly TokenModifier[]): Colour => ({ type, modifiers })

/** As it is written. Names have the colour of what they stand for, and signs none. */
const written = {
  keyword: colour('keyword'),
  name: undefined,
  label: colour('enumMember', 'declaration'),
  text: colour('string'),
  number: colour('number'),
  percent: colour('number'),
  duration: colour('number', 'duration'),
  date: colour('number'),
  sign: undefined,
} satisfies { [K in TokenKind]: Colour | undefined }

function commentsIn({ comments }: Parsed): readonly SemanticToken[] {
  return comments.map(({ span: { start, end }, doc }: Comment) => ({
    start,
    end,
    ...(doc ? colour('comment', 'documentation') : colour('comment')),
  }))
}

// ---------------------------------------------------------------- names

/** By where they begin. */
function coloursOf(project: Project | undefined, path: string): ReadonlyMap<number, Colour> {
  const colours = new Map<number, Colour>()
  const understood = project?.checked.understood
  const file = understood?.files.find(({ source }) => source.path === path)
  if (!project || !understood || !file) return colours
  walk(file.ast, node => {
    for (const [start, colour] of wordsOf(node, understood.meanings)) colours.set(start, colour)
  })
  const builtIn = new Set(understood.lists.filter(list => list.builtIn).map(({ name }) => name))
  for (const occurrence of occurrencesInFile(project, file.source)) {
    const { entity, span, role } = occurrence
    if (role !== 'implied') colours.set(span.start, colourOf(occurrence, builtIn.has(entity.name)))
  }
  return colours
}

/** Texts that name rules, reasons and tests are texts. */
const types = {
  attribute: 'property',
  record: 'property',
  property: 'property',
  event: 'event',
  derived: 'event',
  list: 'variable',
  let: 'variable',
  segment: 'variable',
  score: 'class',
  group: 'namespace',
  grade: 'enum',
  label: 'enumMember',
  stage: 'interface',
  value: 'enumMember',
  rule: 'string',
  reason: 'string',
  test: 'string',
} satisfies { [K in EntityKind]: TokenType }

const fixed: ReadonlySet<EntityKind> = new Set(['list', 'let', 'segment'])

function colourOf({ entity, role }: Occurrence, builtIn: boolean): Colour {
  const modifiers: TokenModifier[] = role === 'declaration' ? ['declaration'] : []
  if (fixed.has(entity.kind)) modifiers.push('readonly')
  if (entity.kind === 'list' && builtIn) modifiers.push('defaultLibrary')
  return { type: types[entity.kind], modifiers }
}

// ---------------------------------------------------------------- words of the language that are no keywords

const word = colour('keyword')
const brought = colour('function', 'defaultLibrary')
const given = colour('variable', 'readonly', 'defaultLibrary')
const builtInType = colour('type', 'defaultLibrary')

type Words = readonly (readonly [start: number, colour: Colour])[]
type Meanings = ReadonlyMap<Ast.NameExpr | Ast.Ident, Meaning>

function wordsOf(node: Ast.AnyNode, meanings: Meanings): Words {
  const find = (words as Partial<Record<Ast.AnyNode['kind'], (node: never, meanings: Meanings) => Words>>)[node.kind]
  return find ? find(node as never, meanings) : []
}

const at = ({ span }: Ast.Ident | Ast.NameExpr, one: Colour) => [span.start, one] as const

const words = {
  wordTest: node => node.words.map(ident => at(ident, word)),
  decay: ({ phrase }, meanings) =>
    phrase.flatMap(part => (part.kind === 'ident' && !meanings.has(part) ? [at(part, word)] : [])),
  call: ({ name }) => [at(name, brought)],
  aggregate: ({ name }) => [at(name, brought)],
  type: ({ name }) => (name ? [at(name, builtInType)] : []),
  name: named,
  ident: named,
} satisfies { readonly [K in Ast.AnyNode['kind']]?: (node: NodeOf<K>, meanings: Meanings) => Words }

/** What is declared nowhere: moments, and values of nothing in particular. */
function named(node: Ast.NameExpr | Ast.Ident, meanings: Meanings): Words {
  const one = undeclared[meanings.get(node)?.kind as keyof typeof undeclared]
  return one ? [at(node, one)] : []
}

const undeclared = {
  now: given,
  eventTime: given,
  calendar: given,
  symbol: colour('enumMember'),
} satisfies { readonly [K in Meaning['kind']]?: Colour }
