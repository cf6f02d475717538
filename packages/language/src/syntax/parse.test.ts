import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as Ast from './ast.ts'
import { fullerExample } from './example.fixture.ts'
import { MeritParser } from './grammar.ts'
import { keywords } from './keywords.ts'
import { parse } from './parse.ts'
import { textOf } from './source.ts'

const read = (text: string) => parse({ path: 'model.merit', text })
const names = (text: string) => read(text).diagnostics.map(({ name }) => name)

interface Node {
  readonly kind: string
  readonly span: Ast.Expr['span']
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'span' in value

function childrenOf(node: Node): Node[] {
  const { span: _, ...rest } = node
  return Object.values(rest)
    .flatMap(value => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
}

function allNodes(node: Node): Node[] {
  return [node, ...childrenOf(node).flatMap(allNodes)]
}

describe('the fuller example of the specification', () => {
  const { ast, diagnostics, comments } = read(fullerExample)

  it('is read without a complaint', () => {
    expect(diagnostics).toEqual([])
    expect(ast.statements).toHaveLength(26)
  })

  it('keeps its comments and its documentation', () => {
    expect(comments.filter(comment => comment.doc)).toHaveLength(1)
    expect(comments.filter(comment => comment.ownLine)).toHaveLength(1)
    const fit = ast.statements.find(statement => statement.kind === 'score')
    expect(fit?.doc).toBe('How well the company matches whom we sell to.')
  })

  it('has every part inside the part that holds it', () => {
    for (const node of allNodes(ast)) {
      for (const { span } of childrenOf(node)) {
        expect(span.start).toBeGreaterThanOrEqual(node.span.start)
        expect(span.end).toBeLessThanOrEqual(node.span.end)
      }
    }
  })

  it('has every name where it is written', () => {
    for (const node of allNodes(ast)) {
      if (node.kind !== 'ident') continue
      const { text, quoted } = node as Ast.Ident
      expect(textOf(node.span)).toBe(quoted ? `\`${text}\`` : text)
    }
  })

  it('reads the same with Windows line ends, tabs and a byte order mark', () => {
    const other = read(`\uFEFF${fullerExample.replaceAll('\n', '\r\n').replaceAll('  ', '\t')}`)
    expect(other.diagnostics).toEqual([])
    expect(allNodes(other.ast).map(({ kind }) => kind)).toEqual(allNodes(ast).map(({ kind }) => kind))
  })
})

describe('places', () => {
  const spansOf = (text: string, kind: string) =>
    allNodes(read(text).ast)
      .filter(node => node.kind === kind)
      .map(({ span }) => textOf(span))

  it("of a pattern end with its windows, without the one that is a derivation's own", () => {
    expect(spansOf('event x from a(b = 1) within 3d then c older than 2d within 10s', 'pattern')).toEqual([
      'a(b = 1) within 3d',
      'c older than 2d',
    ])
  })

  it('of a statement begin with its first word and end with its last', () => {
    expect(spansOf('# before\n## doc\nwhen a add 5 as "x" # behind\n', 'rule')).toEqual(['when a add 5 as "x"'])
  })

  it('of a missing value are where the word before it ends', () => {
    const spans = read('when a >=   \n\n').diagnostics.map(({ span }) => [span.start, span.end])
    expect(spans).toEqual([[9, 9]])
  })
})

describe('documentation', () => {
  it('belongs to what it stands before: statements, attributes, rules', () => {
    const { ast } = read(
      '## Who.\n## They are.\nlead {\n  ## Trade.\n  industry: text\n  size: number ## not this\n}\n# plain\nwhen a add 1\n',
    )
    const [lead, rule] = ast.statements as [Ast.Lead, Ast.RuleDecl]
    expect([lead.doc, ...lead.fields.map(({ doc }) => doc), rule.doc]).toEqual(['Who.\nThey are.', 'Trade.', '', ''])
  })
})

describe('numbers, texts, names', () => {
  const literal = (text: string) => {
    const [found] = read(`let x = ${text}`).ast.statements as [Ast.Let]
    return found.value as { readonly value: unknown; readonly unit?: string }
  }

  it.each([
    ['1_000_000', 1_000_000],
    ['2.5', 2.5],
    ['25%', 0.25],
    ['"a \\"b\\" \\\\ c"', 'a "b" \\ c'],
  ])('%s', (text, value) => {
    expect(literal(text).value).toBe(value)
  })

  it.each([
    ['30d', 30, 'd'],
    ['1_000.5min', 1000.5, 'min'],
    ['3mo', 3, 'mo'],
    ['5x', 5, 'x'],
  ])('%s', (text, value, unit) => {
    expect(literal(text)).toMatchObject({ kind: 'duration', value, unit })
  })

  it.each(['größe', 'Компания', '会社', 'a1_b', '_x', '`Lead Source`', '`a.b`'])('%s is a name', name => {
    const [rule] = read(`when ${name} = 1 add 1`).ast.statements as [Ast.RuleDecl]
    expect(names(`when ${name} = 1 add 1`)).toEqual([])
    expect(allNodes(rule).find(({ kind }) => kind === 'ident')).toMatchObject({ text: name.replaceAll('`', '') })
  })
})

describe.each(keywords.map(({ word }) => word))('the word %s', word => {
  const quoted = `\`${word}\``

  it('in backticks is a name wherever a name can stand', () => {
    const text = [
      `lead { ${quoted}: text }`,
      `event ${quoted} { ${quoted}: text }`,
      `let ${quoted} = 5`,
      `segment ${quoted} when ${quoted} = ${quoted} and any ${quoted}(${quoted} > 1)`,
      `score ${quoted} { group ${quoted} { on ${quoted} add ${quoted} once per ${quoted} } }`,
      `grade ${quoted} from ${quoted} { ${quoted} at 5 else ${quoted} }`,
      `qualify ${quoted} at 5 of ${quoted}`,
    ].join('\n')
    expect(names(text)).toEqual([])
  })

  it('is an ordinary symbol in a list, after `=`, lone in parentheses, before a colon and as a label', () => {
    if (word === 'true' || word === 'false') return
    const text = [
      `when x in [${word}, other, ${word}] add 1`,
      `when x = ${word} add 1`,
      `when x != ${word} and y add 1`,
      `on x(${word}) add 1`,
      ...(word === 'else' ? [] : [`lead { ${word}: text }`, `points by x { ${word}: 1, a, ${word}: 2 }`]),
      ...(['qualify', 'disqualify', 'else'].includes(word) ? [] : [`grade g { ${word} when a else ${word} }`]),
    ].join('\n')
    expect(names(text)).toEqual([])
  })
})

describe('whatever the text', () => {
  /** Parsing did not throw, and says something about places that exist. */
  function isSound(text: string): boolean {
    const { ast, diagnostics } = read(text)
    const inText = ({ span }: Node) => span.start >= 0 && span.start <= span.end && span.end <= text.length
    return allNodes(ast).every(inText) && diagnostics.every(({ span }) => inText({ kind: '', span }))
  }

  const scraps = fc.oneof(
    fc.constantFrom(...keywords.map(({ word }) => word)),
    fc.constantFrom(...'{ } [ ] ( ) , : = != < >= + - * / . .. ..< " ` # ## ; % ! == && \n \n'.split(' ')),
    fc.constantFrom('name', '`a b`', '5', '5%', '30d', '2026-06-01', '"text"', '\n', '\n  '),
  )

  it('of random characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), isSound), { numRuns: 500 })
  })

  it('of random words of the language', () => {
    fc.assert(
      fc.property(
        fc.array(scraps, { maxLength: 60 }).map(words => words.join(' ')),
        isSound,
      ),
      { numRuns: 1500 },
    )
  })

  it('of a model cut off anywhere', () => {
    for (let end = 0; end < fullerExample.length; end += 7) expect(isSound(fullerExample.slice(0, end))).toBe(true)
  })

  it('of a model with a piece replaced', () => {
    const place = fc.nat(fullerExample.length)
    const mutated = fc.tuple(place, fc.nat(30), fc.array(scraps, { maxLength: 4 }))
    fc.assert(
      fc.property(mutated, ([at, length, words]) =>
        isSound(fullerExample.slice(0, at) + words.join(' ') + fullerExample.slice(at + length)),
      ),
      { numRuns: 400 },
    )
  })

  it.each([
    ['parentheses', '('],
    ['closing parentheses', ')'],
    ['brackets', '['],
    ['braces', '{'],
    ['closing braces', '}'],
    ['groups', 'score x {\ngroup g {\n'],
    ['records', 'lead { a { '],
    ['negations', 'when not '],
    ['signs', 'when a = - '],
    ['alternatives', 'when a or '],
    ['windows', 'on a since last b '],
    ['calls', 'when f( '],
    ['words', 'when a b '],
    ['quotes', '"'],
    ['backticks', '`'],
    ['lines', 'when\n'],
  ])('of 20,000 %s', (_, scrap) => {
    const [first, ...rest] = scrap.split(' ')
    expect(isSound(scrap.repeat(20_000))).toBe(true)
    if (rest.length > 0) expect(isSound(`${first} ${`${rest.join(' ')} `.repeat(20_000)}`)).toBe(true)
  })

  it('64 levels of anything that nests are read, more are refused in one sentence', () => {
    const nested = (levels: number) => `when ${'not ('.repeat(levels)}a${')'.repeat(levels)} add 1\nwhen b add 2`
    expect(names(nested(64))).toEqual([])
    expect(names(nested(65))).toEqual(['nesting-too-deep'])
    expect(read(nested(65)).ast.statements).toHaveLength(1)
  })
})

it('chevrotain finds nothing wrong with the grammar', () => {
  // Its analysis uses what Node 20 lacks; what ships goes without the analysis.
  const global = Object as { groupBy?: typeof groupBy }
  global.groupBy ??= groupBy
  expect(() => new MeritParser({ validated: true })).not.toThrow()
})

function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Record<string, T[]> {
  const groups: Record<string, T[]> = {}
  for (const item of items) groups[keyOf(item)] = [...(groups[keyOf(item)] ?? []), item]
  return groups
}
