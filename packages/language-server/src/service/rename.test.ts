import { describe, expect, it } from 'vitest'
import { renamableAt, rename } from './rename.ts'
import { CURSOR, placeOf } from './testing.ts'
import { changed } from './trial.ts'

type Files = string | Readonly<Record<string, string>>

/** The texts after what stands at the mark was given the name, or why not. */
function renamed(files: Files, name: string): string {
  const named = typeof files === 'string' ? { '/model.merit': files } : files
  const place = placeOf(named)
  const result = rename(place, name)
  if (!result) return 'nothing is named here'
  if ('refused' in result) return result.refused
  const texts = new Map(
    place.workspace.projects.flatMap(project =>
      changed(place.workspace, project, result.edits).checked.understood.files.map(
        ({ source }) => [source.path, source.text] as const,
      ),
    ),
  )
  return Object.keys(named)
    .map(path => texts.get(path))
    .join('\n---\n')
}

describe('a new name', () => {
  it.each([
    ['a segment', 'segment ▮big when n > 5\nwhen big add 1', 'huge', 'segment huge when n > 5\nwhen huge add 1'],
    [
      'with a space',
      'segment ▮big when n > 5\nwhen big add 1',
      'very big',
      'segment `very big` when n > 5\nwhen `very big` add 1',
    ],
    [
      'in backticks',
      'segment `▮big one` when n > 5\nwhen `big one` add 1',
      '`big`',
      'segment big when n > 5\nwhen big add 1',
    ],
    ['a word that is one only elsewhere', 'let ▮n = 5\non p add n', 'last', 'let last = 5\non p add last'],
    ['a reserved word in backticks', 'let ▮n = 5\non p add n', '`when`', 'let `when` = 5\non p add `when`'],
    [
      'an attribute keeps its key',
      'lead { ▮size: integer 0.. }\nwhen size > 5 add 1',
      'employees',
      'lead { employees: integer 0.. from "size" }\nwhen employees > 5 add 1',
    ],
    [
      'an attribute with a key keeps it',
      'lead { ▮size: integer from "Size" }\nwhen size > 5 add 1',
      'employees',
      'lead { employees: integer from "Size" }\nwhen employees > 5 add 1',
    ],
    [
      'an attribute gets its old name back',
      'lead { ▮employees: integer 0.. from "size" }\nwhen employees > 5 add 1',
      'size',
      'lead { size: integer 0.. }\nwhen size > 5 add 1',
    ],
    ['an attribute that is not declared', 'when ▮size > 5 add size', 'employees', 'when employees > 5 add employees'],
    [
      'a nested attribute',
      'lead { company { ▮tier: one of [A] } }\nwhen company.tier = A add 1',
      'level',
      'lead { company { level: one of [A] from "company.tier" } }\nwhen company.level = A add 1',
    ],
    [
      'a record',
      'lead { ▮company { tier: one of [A] } }\nwhen company.tier = A add 1',
      'firm',
      'lead { firm { tier: one of [A] from "company.tier" } }\nwhen firm.tier = A add 1',
    ],
    [
      'a property of several events',
      'event p { x: text }\nevent q { x: text }\nevent u from p or q\non u(▮x = "a") add 1',
      'y',
      'event p { y: text from "x" }\nevent q { y: text from "x" }\nevent u from p or q\non u(y = "a") add 1',
    ],
    [
      'a value',
      'lead { a: one of [▮SaaS, "B"] }\nwhen a = SaaS or a in ["saas"] add 1',
      'Soft',
      'lead { a: one of [Soft, "B"] }\nwhen a = Soft or a in ["Soft"] add 1',
    ],
    [
      'a value with a space',
      'lead { a: one of [▮SaaS, B] }\npoints by a { SaaS: 1  B: 2 }\ntest "t" { lead { a: SaaS } expect total = 1 }',
      'Soft Ware',
      'lead { a: one of ["Soft Ware", B] }\npoints by a { "Soft Ware": 1  B: 2 }\ntest "t" { lead { a: "Soft Ware" } expect total = 1 }',
    ],
    [
      'a value that is also a name',
      'let x = 5\nlead { a: one of [▮SaaS] }\nwhen a = SaaS add x',
      'x',
      'let x = 5\nlead { a: one of ["x"] }\nwhen a = "x" add x',
    ],
    [
      'a value that is also a word',
      'lead { a: one of [▮SaaS] }\npoints by a { SaaS: 5 }',
      'unknown',
      'lead { a: one of ["unknown"] }\npoints by a { "unknown": 5 }',
    ],
    [
      'a value in a shared list',
      'list l = [▮SaaS]\nlead { a: one of [SaaS]  b: one of [SaaS] }\nwhen a in l and b in l add 1',
      'S',
      'list l = [S]\nlead { a: one of [S]  b: one of [S] }\nwhen a in l and b in l add 1',
    ],
    [
      'a label',
      'score s { when n > 5 add 1 }\ngrade g from s { ▮A at 1 else B }\nqualify M when g = A',
      'Top 1',
      'score s { when n > 5 add 1 }\ngrade g from s { "Top 1" at 1 else B }\nqualify M when g = "Top 1"',
    ],
    [
      'a rule',
      'when n > 5 add 1 as "▮Big"\ntest "t" { expect rule "Big" matched }',
      'Very "big"',
      'when n > 5 add 1 as "Very \\"big\\""\ntest "t" { expect rule "Very \\"big\\"" matched }',
    ],
    [
      'what a test names by its text',
      'lead { ▮n: integer }\nwhen n > 5 add 1\ndisqualify when n > 9\ntest "t" { expect rule "when n > 5 add 1" matched expect disqualified "n > 9" }',
      'm',
      'lead { m: integer from "n" }\nwhen m > 5 add 1\ndisqualify when m > 9\ntest "t" { expect rule "when m > 5 add 1" matched expect disqualified "m > 9" }',
    ],
    ['the same name', 'let ▮n = 5\non p add n', 'n', 'let n = 5\non p add n'],
    [
      'beside a mistake',
      'let ▮n = 5\non p add n\nwhen nosuch. add 1',
      'm',
      'let m = 5\non p add m\nwhen nosuch. add 1',
    ],
  ])('%s', (_, text, name, expected) => {
    expect(renamed(text, name)).toBe(expected)
  })

  it('goes through all files', () => {
    const files = {
      '/a.merit': 'import "./schema.merit"\nwhen size > 5 add 1',
      '/b.merit': 'import "./schema.merit"\nwhen ▮size > 9 add 1',
      '/schema.merit': 'lead { size: integer }',
    }
    expect(renamed(files, 'n')).toBe(
      [
        'import "./schema.merit"\nwhen n > 5 add 1',
        'import "./schema.merit"\nwhen n > 9 add 1',
        'lead { n: integer from "size" }',
      ].join('\n---\n'),
    )
  })
})

describe('refused', () => {
  it.each([
    ['no name', 'let ▮n = 5\non p add n', ' ', 'Write a name.'],
    [
      'a reserved word',
      'let ▮n = 5\non p add n',
      'when',
      '`when` is a word of the language. If that is to be the name, write it in backticks.',
    ],
    ['a dot', 'let ▮n = 5\non p add n', 'a.b', 'A name has no dots in it: they stand between a record and its parts.'],
    [
      'another name',
      'let ▮n = 5\nlet m = 6\non p add n + m',
      'm',
      '`m` is declared twice. Choose another name for one of them. (model.merit, line 2)',
    ],
    [
      'the name of a list that the language brings',
      'let ▮n = 5\non p add n',
      'free_email_domains',
      '`free_email_domains` is a list that the language brings. Choose another name. (model.merit, line 1)',
    ],
    [
      'another value',
      'lead { a: one of [▮A, B] }\nwhen a = A add 1',
      'b',
      '`B` and `b` are one value: capitals make no difference. Take one of them out. (model.merit, line 1)',
    ],
    [
      'an attribute that is taken for another one',
      'when ▮a > 5 add 1\nwhen b > 9 add 1',
      'b',
      'Then a name would mean something else (model.merit, line 2).',
    ],
    [
      'a name that hides a value',
      'lead { a: one of [X, Y] }\nlet ▮n = "Y"\nwhen a = n or a = X add 1',
      'X',
      'Then a name would mean something else (model.merit, line 3).',
    ],
    [
      'a list of the language',
      'when domain(x) in ▮free_email_domains add 1',
      'l',
      'This list comes with the language.',
    ],
    [
      'the score of loose rules',
      'when x > 5 add 1\nqualify when ▮total > 5',
      'l',
      '`total` is the score of the rules outside any block. Put them into a block to name it otherwise.',
    ],
    [
      'a stage without a name',
      'when x > 5 add 1\nqualify at 5\nqualify S when ▮qualified',
      'l',
      'This stage has no name of its own. Write one right behind `qualify`.',
    ],
    [
      'a rule without one',
      'when x > 5 add 1\ntest "t" { expect rule "▮when x > 5 add 1" matched }',
      'l',
      'This rule goes by its text. Give it a name first: `as "…"`.',
    ],
    ['a word', '▮when x > 5 add 1', 'l', 'nothing is named here'],
  ])('%s', (_, text, name, expected) => {
    expect(renamed(text, name)).toBe(expected)
  })

  it('a clash in another model that shares the file', () => {
    const files = {
      '/a.merit': 'import "./schema.merit"\nwhen ▮size > 5 add 1',
      '/b.merit': 'import "./schema.merit"\nlet n = 5\nwhen size > n add 1',
      '/schema.merit': 'lead { size: integer }',
    }
    expect(renamed(files, 'n')).toMatch(/^`n` is declared twice/)
  })
})

it.each([
  ['let ▮`a b` = 5\non p add `a b`', '`a b`', 'a b'],
  ['when company.ti▮er > 5 add 1', 'tier', 'tier'],
  ['when n > 5 add 1 as "Bi▮g"', '"Big"', 'Big'],
])('%s is asked for with its name', (text, written, name) => {
  const at = renamableAt(placeOf(text))
  const plain = text.replace(CURSOR, '')
  expect(at && 'span' in at && [plain.slice(at.span.start, at.span.end), at.name]).toEqual([written, name])
})
