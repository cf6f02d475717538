import { expect, test } from 'vitest'
import { scan } from './scan.ts'

/** Each token as its kind and text. */
const kindsOf = (text: string) => scan(text).tokens.map(({ tokenType, image }) => `${tokenType.name} ${image}`)

test.each<[text: string, kinds: string[]]>([
  ['when café_2 >= 10', ['Name when', 'Name café_2', 'GreaterEqual >=', 'Number 10']],
  ['überfällig e\u0301a 日本 𝒜', ['Name überfällig', 'Name e\u0301a', 'Name 日本', 'Name 𝒜']],
  ['1 1_000 2.5 (3)', ['Number 1', 'Number 1_000', 'Number 2.5', 'LParen (', 'Number 3', 'RParen )']],
  ['30d 1.5h 2µs', ['Duration 30d', 'Duration 1.5h', 'Duration 2µs']],
  ['20% 20 %', ['Percent 20%', 'LoosePercent 20 %']],
  ['10..49 10..<50', ['Number 10', 'DotDot ..', 'Number 49', 'Number 10', 'HalfOpen ..<', 'Number 50']],
  ['2026-01-02 2026-01-02T10:00Z', ['Date 2026-01-02', 'Date 2026-01-02T10:00Z']],
  ['2026-1-2 2.1.2026 2026/01/02', ['LooseDate 2026-1-2', 'LooseDate 2.1.2026', 'LooseDate 2026/01/02']],
  ['"a \\" b" "open', ['Text "a \\" b"', 'UnterminatedText "open']],
  ['`a b` `open', ['QuotedName `a b`', 'UnterminatedName `open']],
  ["“a” 'b' ' c", ['CurlyText “a”', "SingleText 'b'", "Stray '", 'Name c']],
  [
    'a == b != c ! <> ≤',
    ['Name a', 'ForeignSign ==', 'Name b', 'NotEqual !=', 'Name c', 'ForeignSign !', 'ForeignSign <>', 'ForeignSign ≤'],
  ],
  [
    '<= < > = + - * / . , : ;',
    [
      'LessEqual <=',
      'Less <',
      'Greater >',
      'Equal =',
      'Plus +',
      'Minus -',
      'Star *',
      'Slash /',
      'Dot .',
      'Comma ,',
      'Colon :',
      'Semicolon ;',
    ],
  ],
  ['& | ~ \ud800 😀', ['Stray &', 'Stray |', 'Stray ~', 'Stray \ud800', 'Stray 😀']],
  ['a\u00a0\u2028\tb', ['Name a', 'Name b']],
  ['', []],
])('%j', (text, kinds) => {
  expect(kindsOf(text)).toEqual(kinds)
})

test('tokens and comments know where they stand', () => {
  const text = '# one\n  add 5 ## two\n'
  const { tokens, comments } = scan(text)
  expect(tokens.map(({ startOffset, endOffset }) => text.slice(startOffset, endOffset + 1))).toEqual(['add', '5'])
  expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual(['# one', '## two'])
})
