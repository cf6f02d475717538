/**
 * The files in `grammar/` are what the living parser prints, and the printed grammar says one thing: looking two words
 * ahead decides everywhere, except where `overlaps` says why the parser's choice is the meant one. chevrotain itself compares
 * an optional part only with the rest of its own rule, so that it never sees a clash with what follows the rule.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generateGrammar } from '../grammar/generate.ts'
import { keywords } from '../packages/language/src/syntax/keywords.ts'
import { standardVocabulary } from '../packages/language/src/words/vocabulary.ts'

const folder = resolve(import.meta.dirname, '../grammar')
const files = generateGrammar()

describe('the folder grammar', () => {
  it.each(Object.entries(files))('has %s as npm run generate writes it', (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
  })

  it('has no other file that is not a source', () => {
    const others = readdirSync(folder).filter(name => !name.endsWith('.ts'))
    expect(others.sort()).toEqual(Object.keys(files).sort())
  })
})

// ---------------------------------------------------------------- reading EBNF

type Node =
  | { readonly kind: 'terminal'; readonly name: string }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly parts: readonly Node[] }
  | { readonly kind: 'optional'; readonly part: Node }
  | { readonly kind: 'repeated'; readonly part: Node }

function readGrammar(text: string): Map<string, Node> {
  const words = text.replace(/\(\*[\s\S]*?\*\)/g, '').match(/"[^"]+"|\w+|[=|;()[\]{}]/g) ?? []
  const names = new Set(words.filter((_, i) => words[i + 1] === '=' && (i === 0 || words[i - 1] === ';')))
  let at = 0
  const until = (close: string): Node => {
    const node = choice()
    expect(words[at++]).toBe(close)
    return node
  }
  const choice = (): Node => {
    const parts = [sequence()]
    while (words[at] === '|') {
      at++
      parts.push(sequence())
    }
    return parts.length === 1 ? (parts[0] as Node) : { kind: 'choice', parts }
  }
  const sequence = (): Node => {
    const parts: Node[] = []
    while (at < words.length && !['|', ';', ')', ']', '}'].includes(words[at] as string)) parts.push(part())
    return { kind: 'sequence', parts }
  }
  const part = (): Node => {
    const word = words[at++] as string
    if (word === '(') return until(')')
    if (word === '[') return { kind: 'optional', part: until(']') }
    if (word === '{') return { kind: 'repeated', part: until('}') }
    return { kind: names.has(word) ? 'rule' : 'terminal', name: word }
  }
  const rules = new Map<string, Node>()
  while (at < words.length) {
    const name = words[at] as string
    at += 2
    rules.set(name, until(';'))
  }
  return rules
}

// ---------------------------------------------------------------- what can come first, what can follow

const depth = 2
/** Up to two words, joined by a blank; fewer where the text can end. */
type Starts = ReadonlySet<string>
const nothing: Starts = new Set([''])
const wordsOf = (start: string) => (start === '' ? [] : start.split(' '))

function joined(first: Starts, second: Starts): Set<string> {
  const all = new Set<string>()
  for (const start of first) {
    const words = wordsOf(start)
    if (words.length >= depth) all.add(start)
    else for (const next of second) all.add([...words, ...wordsOf(next)].slice(0, depth).join(' '))
  }
  return all
}

interface Decision {
  readonly rule: string
  readonly ways: readonly Starts[]
}

class Analysis {
  readonly #rules: ReadonlyMap<string, Node>
  readonly #first: ReadonlyMap<string, Set<string>>
  readonly #follow: ReadonlyMap<string, Set<string>>

  constructor(rules: ReadonlyMap<string, Node>) {
    this.#rules = rules
    this.#first = new Map([...rules.keys()].map(name => [name, new Set<string>()]))
    this.#follow = new Map([...rules.keys()].map(name => [name, new Set<string>()]))
    this.#follow.get('file')?.add('end')
    untilStable(this.#first, () => {
      for (const [name, body] of rules) for (const start of this.first(body)) this.#first.get(name)?.add(start)
    })
    untilStable(this.#follow, () => {
      for (const [name, body] of rules) this.#spread(body, this.#followOf(name))
    })
  }

  first(node: Node): Starts {
    if (node.kind === 'terminal') return new Set([node.name])
    if (node.kind === 'rule') return this.#first.get(node.name) as Starts
    if (node.kind === 'sequence')
      return node.parts.reduce<Starts>((all, part) => joined(all, this.first(part)), nothing)
    if (node.kind === 'choice') return new Set(node.parts.flatMap(part => [...this.first(part)]))
    const once = this.first(node.part)
    return new Set(['', ...once, ...(node.kind === 'repeated' ? joined(once, once) : [])])
  }

  #followOf(name: string): Set<string> {
    return this.#follow.get(name) as Set<string>
  }

  /** Tells each rule in the node what can follow it there. */
  #spread(node: Node, after: Starts): void {
    if (node.kind === 'rule') for (const start of after) this.#followOf(node.name).add(start)
    else if (node.kind === 'sequence') this.#behind(node.parts, after, (part, rest) => this.#spread(part, rest))
    else if (node.kind === 'choice') for (const part of node.parts) this.#spread(part, after)
    else if (node.kind === 'optional') this.#spread(node.part, after)
    else if (node.kind === 'repeated') this.#spread(node.part, joined(this.first(node), after))
  }

  #behind(parts: readonly Node[], after: Starts, visit: (part: Node, rest: Starts) => void): void {
    let rest = after
    for (const part of [...parts].reverse()) {
      visit(part, rest)
      rest = joined(this.first(part), rest)
    }
  }

  decisions(): Decision[] {
    return [...this.#rules].flatMap(([rule, body]) => this.#decisionsIn(rule, body, this.#followOf(rule)))
  }

  #decisionsIn(rule: string, node: Node, after: Starts): Decision[] {
    if (node.kind === 'terminal' || node.kind === 'rule') return []
    if (node.kind === 'sequence') {
      const found: Decision[] = []
      this.#behind(node.parts, after, (part, rest) => found.push(...this.#decisionsIn(rule, part, rest)))
      return found
    }
    if (node.kind === 'choice') {
      const ways = node.parts.map(part => joined(this.first(part), after))
      return [{ rule, ways }, ...node.parts.flatMap(part => this.#decisionsIn(rule, part, after))]
    }
    const rest = node.kind === 'repeated' ? joined(this.first(node), after) : after
    const taken = joined(this.first(node.part), rest)
    return [{ rule, ways: [taken, after] }, ...this.#decisionsIn(rule, node.part, rest)]
  }
}

function untilStable(sets: ReadonlyMap<string, ReadonlySet<string>>, step: () => void): void {
  const size = () => [...sets.values()].reduce((sum, set) => sum + set.size, 0)
  for (let before = -1; before !== size(); ) {
    before = size()
    step()
  }
}

/** `rule: word`, where two ways begin with the same two words, of which this is the first. */
function clashes(grammar: string): string[] {
  const found = new Set<string>()
  for (const { rule, ways } of new Analysis(readGrammar(grammar)).decisions()) {
    for (const [i, way] of ways.entries()) {
      for (const start of way) {
        if (ways.some((other, j) => j > i && other.has(start))) found.add(`${rule}: ${wordsOf(start)[0]}`)
      }
    }
  }
  return [...found].sort()
}

// ---------------------------------------------------------------- the law

/** Where two ways begin alike, and why the parser's choice, to go on with what it is reading, is the meant one. */
const windows =
  "a window belongs to the pattern right before it; only after an amount without a pattern is it the rule's own"
const rules = 'the parser looks further: a `when` that comes to points before the next `when` begins a rule'
const overlaps: Readonly<Record<string, string>> = {
  'pattern: "older"': windows,
  'pattern: "since"': windows,
  'pattern: "within"': windows,
  'promise: "when"': rules,
  'qualify: "when"': rules,
}

describe('the printed grammar', () => {
  const grammar = files['merit.ebnf'] as string

  it('uses only rules that it defines, and defines none that it does not use', () => {
    const rules = readGrammar(grammar)
    const used = new Set<string>(['file'])
    const visit = (node: Node): void => {
      if (node.kind === 'rule') used.add(node.name)
      else if (node.kind === 'terminal')
        expect(node.name).toMatch(/^"|^(Name|Text|Number|Percent|Duration|Date|Label)$/)
      else if ('parts' in node) node.parts.forEach(visit)
      else visit(node.part)
    }
    rules.forEach(visit)
    expect([...used].sort()).toEqual([...rules.keys()].sort())
  })

  it('has every keyword', () => {
    expect(keywords.map(({ word }) => word).filter(word => !grammar.includes(`"${word}"`))).toEqual([])
  })

  it('is decided by two words everywhere, but for the overlaps with a reason', () => {
    expect(clashes(grammar)).toEqual(Object.keys(overlaps).sort())
  })
})

describe('the search for clashes', () => {
  it.each([
    ['a choice', 'file = a | b ; a = "x" "y" ; b = "x" "y" ;', ['file: "x"']],
    ['what follows the calling rule', 'file = a "x" "y" ; a = "z" [ "x" "y" ] ;', ['a: "x"']],
    ['a repetition', 'file = { a } ; a = "x" { "x" } ;', ['a: "x"']],
    ['nothing where the second word decides', 'file = "x" "y" | "x" "z" ;', []],
  ])('finds %s', (_, grammar, found) => {
    expect(clashes(grammar)).toEqual(found)
  })
})

// ---------------------------------------------------------------- diagrams and colours

describe('the diagrams', () => {
  const page = files['railroad.html'] as string

  it('need no script and nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|src=|https?:|@import/)
  })

  it('link only to diagrams on the page', () => {
    const ids = new Set([...page.matchAll(/id="(\w+)"/g)].map(match => match[1]))
    expect([...page.matchAll(/href="#(\w+)"/g)].filter(match => !ids.has(match[1]))).toEqual([])
  })
})

describe('the colours', () => {
  interface Pattern {
    readonly name?: string
    readonly match?: string
    readonly begin?: string
    readonly end?: string
    readonly captures?: Readonly<Record<string, { readonly name: string }>>
  }
  const { patterns } = JSON.parse(files['merit.tmLanguage.json'] as string) as { readonly patterns: readonly Pattern[] }

  /** The scope of the earliest and first pattern that matches at the piece's place in the line. */
  function scopeOf(line: string, piece: string): string | undefined {
    const at = line.indexOf(piece)
    for (const { name, match, begin, captures } of patterns) {
      for (const found of line.matchAll(new RegExp((match ?? begin) as string, 'dgu'))) {
        const group = found.indices?.findIndex(place => place?.[0] === at) ?? -1
        const inside = found.index <= at && at < found.index + found[0].length
        if (captures ? group > 0 : inside) return captures ? captures[group]?.name : name
      }
    }
    return undefined
  }

  it.each([
    ['when employees > 5 add 10', 'when', 'keyword.control'],
    ['when employees > 5 add 10', 'add', 'keyword.other'],
    ['when employees > 5 add 10', 'employees', undefined],
    ['when employees > 5 add 10', '10', 'constant.numeric'],
    ['when a and b add 1', 'and', 'keyword.operator.logical'],
    ['on visit add 5 decay 30d', '30', 'constant.numeric'],
    ['default within 30min', 'min', 'keyword.other.unit'],
    ['lead { test: text }', 'test', undefined],
    ['lead { test: text }', 'text', 'storage.type'],
    ['score fit {', 'fit', 'entity.name'],
    ['when title contains word "VP" add 5', 'contains word', 'keyword.operator.word'],
    ['when title contains word "VP" add 5', '"VP"', 'string.quoted'],
    ['when domain(email) = "x" add 5', 'domain', 'support.function'],
    ['when sum of seconds in view > 5 add 5', 'sum', 'support.function.aggregate'],
    ['## about it', '## about', 'comment.line.documentation'],
    ['when `when` add 5', '`when`', 'variable.other'],
    ['when customer = true add 5', 'true', 'constant.language'],
    ['  else: 0', 'else', 'keyword.control'],
    ['when at after 2026-06-01 add 5', '2026', 'constant.other.date'],
  ])('in `%s`, %s is %s', (line, piece, scope) => {
    const found = scopeOf(line, piece)
    if (scope === undefined) expect(found).toBeUndefined()
    else expect(found).toMatch(new RegExp(`^${scope.replaceAll('.', '\\.')}`))
  })

  it('know every keyword and every word of the vocabulary', () => {
    const all = JSON.stringify(patterns)
    const { functions, aggregates, types, units } = standardVocabulary
    const words = [
      ...keywords.map(({ word }) => word),
      ...[functions, aggregates, types, units].flat().map(({ name }) => name),
    ]
    expect(words.filter(word => !new RegExp(`[(|:]${word}[)|]`).test(all))).toEqual([])
  })
})
