import { describe, expect, it } from 'vitest'
import { fixesOf } from '../diagnostics/catalogue.ts'
import type * as Ast from './ast.ts'
import { parse } from './parse.ts'
import { textOf } from './source.ts'

/** A broken line, and the one diagnostic that it gives. */
const broken: readonly (readonly [string, string])[] = [
  ['when customer', 'missing-points'],
  ['when customer add', 'add-without-number'],
  ['when add 5', 'missing-condition'],
  ['when industry = add 5', 'missing-value'],
  ['when industry = ', 'missing-value'],
  ['when industry in add 5', 'missing-value'],
  ['when employees > add 5', 'missing-value'],
  ['when customer and add 5', 'missing-condition'],
  ['when customer or', 'missing-condition'],
  ['when not add 5', 'missing-condition'],
  ['whem customer add 5', 'unknown-statement'],
  ['When customer add 5', 'capitalised-keyword'],
  ['WHEN customer ADD 5', 'capitalised-keyword'],
  ['when customer ADD 5', 'capitalised-keyword'],
  ['when a And b add 5', 'capitalised-keyword'],
  ['when a AND b add 5', 'capitalised-keyword'],
  ['when customer then add 5', 'instead-of-add'],
  ['when customer + 5', 'instead-of-add'],
  ['when customer 5', 'instead-of-add'],
  ['when customer - 5', 'instead-of-add'],
  ['when customer add 5 points', 'points-after-number'],
  ['when customer add 5 pts', 'points-after-number'],
  ['when customer give 5', 'instead-of-add'],
  ['when country == DE add 5', 'foreign-sign'],
  ['when a && b add 5', 'foreign-sign'],
  ['when a || b add 5', 'foreign-sign'],
  ['when !a add 5', 'foreign-sign'],
  ['when a <> b add 5', 'foreign-sign'],
  ['when employees ≥ 5 add 5', 'foreign-sign'],
  ['when employees => 5 add 5', 'foreign-sign'],
  [`when title contains 'VP' add 5`, 'single-quotes'],
  ['when title contains “VP” add 5', 'curly-quotes'],
  ['when title contains "VP add 5', 'unterminated-text'],
  ['when `Lead Source = "x" add 5', 'unterminated-name'],
  ['when customer add 5;', 'semicolon'],
  ['when customer add 5 $', 'stray-character'],
  ['when country in [DE AT] add 5', 'missing-comma'],
  ['when country in [DE, AT add 5', 'unclosed-bracket'],
  ['when country in (DE, AT) add 5', 'list-in-parentheses'],
  ['when (a or b add 5', 'unclosed-bracket'],
  ['when a or b) add 5', 'lone-closer'],
  ['when country in [DE, AT]] add 5', 'lone-closer'],
  ['when 10 < employees < 50 add 5', 'chained-comparison'],
  ['when country: DE add 5', 'colon-for-equals'],
  ['when country is DE add 5', 'is-for-equals'],
  ['when country is not DE add 5', 'is-for-equals'],
  ['when country is null add 5', 'known-spelling'],
  ['when country is not Empty add 5', 'known-spelling'],
  ['when employees between 10 and 50 add 5', 'range-spelling'],
  ['when employees in 10-50 add 5', 'range-spelling'],
  ['when employees in 10 to 50 add 5', 'range-spelling'],
  ['when customer add 10,5', 'number-comma'],
  ['when arr > 1.000.000,50 add 5', 'number-comma'],
  ['when arr > 1,000,000 add 5', 'number-comma'],
  ['when employees is between 10 and 50 add 5', 'range-spelling'],
  ['points by employees { 10-49: 5 }', 'range-spelling'],
  ['when employees is greater than 5 add 5', 'foreign-sign'],
  ['when employees less than or equal to 5 add 5', 'foreign-sign'],
  ['when country is equal to DE add 5', 'foreign-sign'],
  ['when country is one of [DE, AT] add 5', 'foreign-sign'],
  ['when country is in [DE, AT] add 5', 'foreign-sign'],
  ['on download within 30 days add 5', 'unit-apart'],
  ['on download add 5 decay 2 weeks', 'unit-apart'],
  ['test "x" { event download 3 days ago }', 'unit-apart'],
  ['when Lead Source = "web" add 5', 'name-needs-backticks'],
  ['lead { "Lead Source": text }', 'name-needs-backticks'],
  ['when lead-source = web add 5', 'name-needs-backticks'],
  ['when utm-source = web add 5', 'name-needs-backticks'],
  ['lead { c: [DE, AT] }', 'choice-without-one-of'],
  ['lead { c: enum [DE, AT], d: text }', 'choice-without-one-of'],
  ['event order { plan: choice (free, pro) }', 'choice-without-one-of'],
  ['lead { c: one of (DE, AT) d: text }', 'list-in-parentheses'],
  ['lead { c: one of {DE, AT} }', 'list-in-parentheses'],
  ['when c in {DE, AT} add 5', 'list-in-parentheses'],
  ['when c not in {DE} add 5', 'list-in-parentheses'],
  ['when c in DE, AT, "CH" add 5', 'list-in-parentheses'],
  ['when c in DE, AT and customer add 5', 'list-in-parentheses'],
  ['grade x from s { A >= 80 else C }', 'foreign-sign'],
  ['grade x { "A" > 80 else C }', 'foreign-sign'],
  ['when customer add +10', 'foreign-sign'],
  ['when more than 3 page_view add 5', 'foreign-sign'],
  ['when fewer than 3 page_view within 7d add 5', 'foreign-sign'],
  ['event order { "order id": text amount: number }', 'name-needs-backticks'],
  ['when created in last 30d add 5', 'foreign-sign'],
  ['on download within the last 30d add 5', 'foreign-sign'],
  ['test "x" { lead: { a: 3 } expect b }', 'stray-character'],
  ['// a comment that goes on', 'comment-sign'],
  ['-- when customer', 'comment-sign'],
  ['/* when customer add 5 */', 'comment-sign'],
  ['when country contains add 5', 'missing-value'],
  ['when country foo add 5', 'missing-value'],
  ['on add 5', 'expected-something'],
  ['on page_view add', 'add-without-number'],
  ['on page_view(path = ) add 5', 'missing-value'],
  ['on page_view( add 5', 'unclosed-bracket'],
  ['on page_view within add 5', 'missing-value'],
  ['on page_view add 5 decay', 'expected-something'],
  ['on page_view add 5 decay 30d after', 'missing-value'],
  ['on page_view add 5 cooldown', 'expected-something'],
  ['on page_view add 5 cap', 'expected-something'],
  ['on page_view add 5 as', 'expected-something'],
  ['on page_view add 5 as label', 'expected-something'],
  ['on page_view add 5 once per', 'expected-something'],
  ['on page_view add 5 at most 3', 'expected-something'],
  ['on page_view add 5 first per', 'expected-something'],
  ['on page_view add 5 no', 'expected-something'],
  ['on page_view add 5 foo', 'unknown-word'],
  ['on page_view add 5 add 6', 'expected-something'],
  ['on event add 5', 'keyword-as-name'],
  ['segment test when a', 'keyword-as-name'],
  ['segment = a', 'expected-something'],
  ['segment x = a', 'expected-something'],
  ['segment x when', 'missing-condition'],
  ['let x: 5', 'colon-for-equals'],
  ['let x 5', 'expected-something'],
  ['let = 5', 'expected-something'],
  ['let x =', 'missing-value'],
  ['list x = a', 'expected-something'],
  ['list x = [a, b', 'unclosed-bracket'],
  ['list x: [a]', 'colon-for-equals'],
  ['lead { a = text }', 'equals-for-colon'],
  ['lead { a text }', 'expected-something'],
  ['lead { a: { b: text } }', 'colon-before-record'],
  ['lead a: text }', 'unopened-brace'],
  ['event x a: text }', 'unopened-brace'],
  ['lead { a: }', 'expected-something'],
  ['lead { a: one of }', 'expected-something'],
  ['lead { a: text, : text }', 'expected-something'],
  ['lead { a: text b c: number }', 'expected-something'],
  ['lead a: text', 'expected-something'],
  ['event', 'expected-something'],
  ['event x {', 'unclosed-brace'],
  ['event x from', 'expected-something'],
  ['event x from a then b', 'missing-within'],
  ['event x from 7 a', 'missing-within'],
  ['event x from a or', 'expected-something'],
  ['event when { a: text }', 'expected-something'],
  ['event test { a: text }', 'keyword-as-name'],
  ['score { when a add 5 }', 'expected-something'],
  ['score fit cap { when a add 5 }', 'expected-something'],
  ['score fit = ', 'missing-value'],
  ['score fit { segment b when c }', 'statement-in-block'],
  ['group x { when a add 5 }}', 'lone-closer'],
  ['score fit { whem a add 5 }', 'unknown-statement'],
  ['grade tier from { A at 80 else B }', 'expected-something'],
  ['grade tier from fit { A 80 else B }', 'missing-at'],
  ['grade tier from fit { A at 80 }', 'missing-else'],
  ['grade tier from fit { else B A at 80 }', 'grade-else-not-last'],
  ['grade tier from fit { A at 80 B at else C }', 'expected-something'],
  ['grade tier { Hot when else Cold }', 'missing-condition'],
  ['grade tier = a +', 'expected-something'],
  ['grade tier', 'expected-something'],
  ['qualify 70', 'missing-at'],
  ['qualify MQL 70', 'missing-at'],
  ['qualify MQL at', 'expected-something'],
  ['qualify at 70 until 60', 'expected-something'],
  ['qualify at 70 of', 'expected-something'],
  ['qualify lead at 70', 'keyword-as-name'],
  ['disqualify customer', 'expected-something'],
  [`disqualify 'x' when a`, 'single-quotes'],
  ['promise MQL when customer', 'expected-something'],
  ['promise never when customer', 'missing-condition'],
  ['test { expect a }', 'expected-something'],
  ['test "x" { expect }', 'expected-something'],
  ['test "x" { event a }', 'expected-something'],
  ['test "x" { event a 3d }', 'expected-something'],
  ['test "x" { now tomorrow }', 'expected-something'],
  ['test "x" { lead { a = 5 } expect b }', 'equals-for-colon'],
  ['test "x" { expect rule "a" }', 'expected-something'],
  ['test "x" { expect fit: 65 }', 'colon-for-equals'],
  ['test "x" { when a add 5 }', 'statement-in-block'],
  ['test "x" { expect in engagement < 20 }', 'expected-something'],
  ['points by industry { SaaS 30 }', 'expected-something'],
  ['points by industry { SaaS: }', 'expected-something'],
  ['points by industry { SaaS = 30 }', 'equals-for-colon'],
  ['points by { a: 5 }', 'missing-value'],
  ['points industry { a: 5 }', 'expected-something'],
  ['points first { a 5 else: 0 }', 'expected-something'],
  ['points first { a > 5: else: 0 }', 'expected-something'],
  ['default', 'expected-something'],
  ['default cap 5', 'expected-something'],
  ['model Acme', 'expected-something'],
  ['model', 'expected-something'],
  ['timezone Europe/Berlin', 'expected-something'],
  ['import schema.merit', 'expected-something'],
  ['score x = 25 % * fit', 'percent-apart'],
  ['when created after 2026-6-1 add 5', 'date-spelling'],
  ['when created after 06/01/2026 add 5', 'date-spelling'],
  ['add 5', 'expected-something'],
  ['industry = SaaS add 5', 'unknown-statement'],
  ['}', 'lone-closer'],
  ['{', 'unclosed-brace'],
  [')', 'lone-closer'],
  ['if customer then add 5', 'unknown-statement'],
  ['when customer: add 5', 'colon-for-equals'],
  ['when customer, add 5', 'expected-something'],
  ['when customer add 5 when', 'missing-condition'],
  ['when customer multiply 50%', 'expected-something'],
  ['when customer multiply by', 'missing-value'],
  ['on page_view reset cap 5', 'unknown-word'],
  ['default decay', 'expected-something'],
  ['when a add 5 per', 'expected-something'],
]

const read = (text: string) => parse({ path: 'model.merit', text })

/** The triggers of all rules, wherever they stand. */
function triggers(statements: readonly (Ast.Statement | Ast.Item)[]): string[] {
  return statements.flatMap(statement => {
    if (statement.kind === 'rule') return [textOf(statement.trigger.span)]
    return statement.kind === 'score' || statement.kind === 'group' ? triggers(statement.items ?? []) : []
  })
}

describe.each(broken)('%s', (line, name) => {
  it(`is ${name}, and nothing else`, () => {
    const { diagnostics } = read(`${line}\nwhen customer add 1\n`)
    expect(diagnostics.map(diagnostic => diagnostic.name)).toEqual([name])
  })

  it('leaves the rules before and after it standing', () => {
    const { ast } = read(`when earlier add 1\n${line}\nwhen later add 1\non later_event add 2\n`)
    const found = triggers(ast.statements)
    expect(found[0]).toBe('when earlier')
    expect(found.slice(-2)).toEqual(['when later', 'on later_event'])
  })

  it('has its place in the broken line', () => {
    const [diagnostic] = read(`${line}\nwhen customer add 1\n`).diagnostics
    expect(diagnostic?.span.end).toBeLessThanOrEqual(line.length)
  })
})

const items: readonly (readonly [string, string])[] = [
  ['when customer', 'missing-points'],
  ['on page_view add', 'add-without-number'],
  ['on page_view add 5 decay', 'expected-something'],
  ['points by industry { SaaS 30 }', 'expected-something'],
  ['points first { a > 5: 3', 'unclosed-brace'],
  ['when country in [DE, AT add 5', 'unclosed-bracket'],
  ['group inner cap { when a add 5 }', 'expected-something'],
  ['segment big when employees > 5', 'statement-in-block'],
  ['whem customer add 5', 'unknown-statement'],
  ['default', 'expected-something'],
]

describe.each(items)('in a score: %s', (line, name) => {
  it(`is ${name}, and the rules around it stand`, () => {
    const { ast, diagnostics } = read(
      `score fit {\n  when earlier add 1\n  ${line}\n  when later add 1\n}\nwhen last add 2\n`,
    )
    expect(diagnostics.map(diagnostic => diagnostic.name)).toEqual([name])
    const found = triggers(ast.statements)
    expect([found[0], ...found.slice(-2)]).toEqual(['when earlier', 'when later', 'when last'])
  })
})

describe('a missing brace', () => {
  const names = (text: string) => read(text).diagnostics.map(diagnostic => diagnostic.name)

  it.each([
    ['lead¦\n  a: integer\n}\nwhen a > 3 add 1\n', ['lead', 'rule']],
    ['event x¦\n  a: text\n}\non x add 1\n', ['event', 'rule']],
    ['score fit cap 5¦\n  when a add 1\n}\nqualify at 3\n', ['score', 'qualify']],
    ['score fit {\n  group g¦\n    when a add 1\n  }\n}\nqualify at 3\n', ['score', 'qualify']],
    ['test "x"¦\n  lead { a: 4 }\n  expect b\n}\nwhen a add 1\n', ['test', 'rule']],
    ['test "x" {\n  lead¦ a: 4 }\n  expect b\n}\nwhen a add 1\n', ['test', 'rule']],
  ])('to begin with: %j', (text, kinds) => {
    const { ast, diagnostics } = read(text.replace('¦', ''))
    expect(diagnostics.map(({ name, span }) => [name, span.start])).toEqual([['unopened-brace', text.indexOf('¦')]])
    expect(ast.statements.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('is not thought of where a brace is too many', () => {
    expect(names('score fit {\n  when a add 1\n}\n}\nqualify at 3\n')).toEqual(['lone-closer'])
  })

  it('of a score is noticed where the next declaration begins', () => {
    const { ast, diagnostics } = read('score a {\n  when x add 1\n\nscore b {\n  when y add 2\n}\nqualify at 5\n')
    expect(diagnostics.map(diagnostic => diagnostic.name)).toEqual(['unclosed-brace'])
    expect(ast.statements.map(statement => statement.kind)).toEqual(['score', 'score', 'qualify'])
  })

  it('of a group is noticed by the indentation of the next one', () => {
    const { ast, diagnostics } = read(
      'score a {\n  group g {\n    when x add 1\n  when y add 2\n}\nscore b { when z add 3 }\n',
    )
    expect(diagnostics.map(({ name, span }) => [name, span.start])).toEqual([['unclosed-brace', 20]])
    expect(ast.statements.map(statement => statement.kind)).toEqual(['score', 'score'])
  })

  it('of a test leaves the next test whole', () => {
    const text = 'test "a" {\n  lead { x: 1 }\n  expect y\n\ntest "b" {\n  expect z\n}\n'
    expect(names(text)).toEqual(['unclosed-brace'])
    expect(read(text).ast.statements.map(statement => statement.kind)).toEqual(['test', 'test'])
  })

  it('of attributes leaves what follows whole', () => {
    expect(names('lead {\n  a: text\n  b: number\n\nwhen a = "x" add 5\nqualify at 3\n')).toEqual(['unclosed-brace'])
  })

  const rows = 'lead {\n  a: text\n  b: number\n}\nevent p { x: text }\n'
  it.each([
    ['an attribute', rows.replace('  a:', '  x {\n  a:'), ['a', 'b']],
    ['an event', rows.replace('event p { x: text }', 'event p {\nsegment s when a = "x"'), ['a', 'b']],
  ])('of %s ends where a line stands no deeper', (_, text, expected) => {
    const { ast, diagnostics } = read(text)
    expect(diagnostics.map(({ name }) => name)).toEqual(['unclosed-brace'])
    const lead = ast.statements.find(one => one.kind === 'lead') as Ast.Lead
    expect(lead.fields.map(({ name }) => name.text).filter(name => name !== 'x')).toEqual(expected)
  })

  const blocks = 'score a {\n  group g {\n    when x add 1\n  }\n  when y add 2\n}\nwhen z add 3\nqualify at 5\n'
  it.each([
    ['a score above rules', blocks.replace('when z', 'score b {\nwhen z'), ['score', 'score', 'rule', 'qualify']],
    ['a score above a score', `score b {\n${blocks}`, ['score', 'score', 'rule', 'qualify']],
    ['a score with a rule', `score b {\n  when w add 3\n\n${blocks}`, ['score', 'score', 'rule', 'qualify']],
    ['a group above rules', blocks.replace('  when y', '  group h {\n  when y'), ['score', 'rule', 'qualify']],
    ['a table above a rule', blocks.replace('  when y', '  points by y {\n  when y'), ['score', 'rule', 'qualify']],
    ['a test above a score', `test "t" {\n${blocks}`, ['test', 'score', 'rule', 'qualify']],
  ])('of %s takes nothing of what follows', (_, text, expected) => {
    const { ast, diagnostics } = read(text)
    expect(diagnostics.map(({ name }) => name)).toEqual(['unclosed-brace'])
    expect(ast.statements.map(({ kind }) => kind)).toEqual(expected)
    const whole = ['when x', 'when y', 'when z'].filter(rule => triggers(ast.statements).includes(rule))
    expect(whole).toEqual(['when x', 'when y', 'when z'])
  })

  it('is put where the block ends, under its first word', () => {
    const [found] = read('score a {\n  group g {\n    when x add 1\n  when y add 2\n}\n').diagnostics
    expect(found && fixesOf(found)[0]?.edits.map(({ text }) => text)).toEqual(['\n  }'])
  })

  it.each(['lead {\n  a: text\n  when a add 5\n}', 'points by a {\n  X: 5\n  when a add 5\n}'])(
    'is not what is wrong with a statement among rows: %j',
    text => {
      expect(names(text)).toEqual(['statement-in-block'])
    },
  )

  it('too many is one error', () => {
    expect(names('score a {\n  when x add 1\n  }\n  when y add 2\n}\nqualify at 3\n')).toEqual(['lone-closer'])
  })
})

it.each([
  'grade x { A when a or\n  heat >= 80 else C }',
  'grade x { A when at least 1 visit(day = 1, hour >= 0) else C }',
  'grade x { A when c in hot, B when d else C }',
  'test "x" { lead { interests: [a, b] } expect c }',
  'when open-closed > 5 add 5',
])('%s has no mistake', line => {
  expect(read(line).diagnostics).toEqual([])
})

describe('several mistakes', () => {
  it('in lines of their own give an error each, in order', () => {
    const text = broken
      .map(([line]) => line)
      .filter(line => /^(when|on)/.test(line))
      .join('\n')
    const expected = broken.filter(([line]) => /^(when|on)/.test(line)).map(([, name]) => name)
    expect(read(`${text}\nwhen customer add 1`).diagnostics.map(({ name }) => name)).toEqual(expected)
  })

  it('in the attributes of a lead leave the others standing', () => {
    const { ast, diagnostics } = read('lead {\n  a: text\n  b = text\n  c number\n  d: one of [x, y]\n}\n')
    expect(diagnostics.map(({ name }) => name)).toEqual(['equals-for-colon', 'expected-something'])
    const [lead] = ast.statements as [Ast.Lead]
    expect(lead.fields.map(field => field.name.text)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('in the data of a test leave the others standing', () => {
    const { ast } = read('test "t" {\n  lead { a: 1, b: , c: 3 }\n  expect x\n}')
    const [test] = ast.statements as [Ast.Test]
    expect(test.lines.map(line => line.kind)).toEqual(['leadData', 'expect'])
    const [data] = test.lines as [Ast.TestLine & { kind: 'leadData' }]
    expect(data.fields.map(field => field.name.text)).toEqual(['a', 'b', 'c'])
  })
})

describe('other spellings are read as what was meant', () => {
  const spellings: readonly (readonly [string, string])[] = [
    ['when employees between 10 and 50 add 5', 'when employees in 10..50 add 5'],
    ['when employees in 10-50 and b add 5', 'when employees in 10..50 and b add 5'],
    ['when customer add 10,5', 'when customer add 10.5'],
    ['when arr > 1,000 add 5', 'when arr > 1_000 add 5'],
    ['when arr > 1,000,000 add 5', 'when arr > 1_000_000 add 5'],
    ['when arr > 1.000,50 add 5', 'when arr > 1000.50 add 5'],
    ['when a is null add 5', 'when a is not known add 5'],
    ['when a is not blank add 5', 'when a is known add 5'],
    ['when a is less than b add 5', 'when a < b add 5'],
    ['when a is any of [x] add 5', 'when a in [x] add 5'],
    ['points by a { 1-9: 5 }', 'points by a { 1..9: 5 }'],
    ['on a within 30 days add 5', 'on a within 30d add 5'],
    ['when Lead Source = "web" add 5', 'when `Lead Source` = "web" add 5'],
    ['lead { a: text "b c": text }', 'lead { a: text `b c`: text }'],
    ['// note', '# note'],
  ]
  it.each(spellings)('%s is mended to %s', (text, meant) => {
    const { diagnostics } = read(text)
    const [edit] = diagnostics.flatMap(found => fixesOf(found)[0]?.edits ?? [])
    expect(edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)).toBe(meant)
  })

  const sound = [
    'when employees in [1,500] add 5',
    'when min(1,500) > a add 5',
    'points by employees { 1: 5,2: 3 }',
    'points by employees { < 10: 5,10..49: 3 }',
    'score x = 5 --3 * y',
    'when a - 5 > 3 add 2',
    'when at least 3 days within 7d add 2',
    'when interests contains any of [a, b] add 2',
  ]
  it.each(sound)('%s is no mistake', text => {
    expect(read(text).diagnostics.map(({ name }) => name)).toEqual([])
  })
})
