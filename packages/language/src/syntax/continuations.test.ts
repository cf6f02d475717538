import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Continuations, continuationsAt, type Frame } from './continuations.ts'

const at = (marked: string): Continuations =>
  continuationsAt({ path: 'm.merit', text: marked.replace('▮', '') }, marked.indexOf('▮'))

const kinds = (marked: string) => at(marked).ways.map(({ kind }) => kind)
const rulesOf = (frame: Frame | undefined): string[] => (frame ? [...rulesOf(frame.outer), frame.rule] : [])

describe('what may follow', () => {
  it.each([
    ['▮', ['when', 'score', 'test'], ['add', 'expect', 'Name']],
    ['when ▮', ['Name', 'not', 'any', 'count'], ['add', 'when']],
    ['when title cont▮ "x"', ['Name', 'in', 'add'], ['Number']],
    ['when a and (b or ▮', ['Name', 'not'], [')']],
    ['score x {\n  when a add 5\n  on p add 3 dec▮\n}', ['decay', 'once', '}'], ['score', 'test']],
    ['score x cap 5\n  when a ▮', ['{', 'and'], ['when']],
    ['on p\n  when a ▮', ['add', 'points', 'reset'], ['qualify']],
    ['lead { a: one ▮', ['of'], ['Label']],
    ['lead { a: one of [next, ▮', ['Name', ']'], ['of']],
    ['on p points by q { a: 5 ▮', ['Name', 'else', '}'], ['when']],
    ['grade t from fit { A ▮', ['at', 'when'], ['else']],
    ['grade t from fit { A at 50 ▮', ['Label', 'else'], ['when', 'Name']],
    ['test "x" {\n  lead { a: 5 }\n  expect rule ▮', ['Text'], ['Date']],
    ['test "x" {\n  lead { a: 5 }\n  ▮', ['expect', 'event', 'now', 'lead'], ['when']],
    ['when ) ▮', ['Name'], ['add']],
    ['# when ▮', [], ['when']],
  ])('%j', (marked, offered, others) => {
    const found = kinds(marked)
    expect(offered.filter(kind => !found.includes(kind))).toEqual([])
    expect(others.filter(kind => found.includes(kind))).toEqual([])
  })
})

it('is asked for by a rule of the grammar, which knows where it began', () => {
  const { ways, before } = at('score x {\n  when a add 5\n  on p points by q { ▮')
  const name = ways.find(({ kind }) => kind === 'Name')
  expect(rulesOf(name?.frame)).toEqual(
    'file statement score body block item rule action points byRow case range bound quantity path'.split(' '),
  )
  expect(before.map(({ text }) => text).join(' ')).toBe('score x { on p points by q {')
})

describe('what is being typed', () => {
  it.each([
    ['when indu▮stry = x', 'code', 'industry'],
    ['when ▮industry', 'code', ''],
    ['when a ▮', 'code', ''],
    ['on p within 30▮', 'code', '30'],
    ['on p within 30mi▮', 'code', '30mi'],
    ['when `Lead So▮urce` = x', 'code', '`Lead Source`'],
    ['when `Lead So▮', 'code', '`Lead So'],
    ['when a = "Fin▮" add 5', 'text', '"Fin"'],
    ['when a = "Fin▮ancial Services" add 5', 'text', '"Financial Services"'],
    ['when a = "Fin▮ or b = "x"', 'text', '"Fin'],
    ['when a # a comm▮', 'comment', ''],
  ])('%j', (marked, inside, word) => {
    const place = at(marked)
    expect([place.inside, marked.replace('▮', '').slice(place.start, place.end)]).toEqual([inside, word])
  })
})

const examples = join(import.meta.dirname, '../../../../examples')
const models = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.merit'))

it('is known at every place of every text, also cut short', () => {
  const text = models.map(path => readFileSync(join(examples, path), 'utf8')).join('\n')
  const place = fc.nat(text.length)
  const piece = fc.tuple(place, fc.nat(400), fc.nat(400)).map(([from, size, offset]) => {
    const cut = text.slice(from, from + size)
    return { cut, offset: Math.min(offset, cut.length) }
  })
  fc.assert(
    fc.property(piece, ({ cut, offset }) => {
      const { start, end, ways, inside } = continuationsAt({ path: 'm.merit', text: cut }, offset)
      expect(start <= offset && offset <= end).toBe(true)
      expect(inside === 'comment' || ways.length > 0).toBe(true)
    }),
  )
})
