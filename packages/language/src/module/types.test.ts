/** What compiles against the declarations of a model, and what does not, as TypeScript itself sees it. */
import { resolve } from 'node:path'
import type { Program } from '@merit-lang/runtime'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { generateModuleTypes, generateTypes } from './types.ts'

const model = `
model "Acme */ </script>\\""
list not_said = ["unknown", "n/a", Select]
lead {
  industry: one of [SaaS, Fintech, "Financial Services", unknown, "it's \\"so\\""] unknown in not_said
  employees: integer 0.. required
  country: text from "Country Code"
  created: date
  customer: boolean unknown in ["unknown"]
  interests: list of [pricing, api] unknown in not_said
  company { tier: one of [A, B] seat { city: text } }
  address: text
  street: text from "address.street"
  proto: text from "__proto__"
  new: number
  \`a key\`: number
}
event download { asset: one of [whitepaper, datasheet] pages: integer }
event page_view { path: text type: number meta { depth: number } }
event \`demo booked\` { size: number required }
event email_open
score total {
  on download(whitepaper) add 20
  on page_view(path = "x", type > 2) add 1
  on \`demo booked\`(size > 3) add 1
  on email_open add 1
}
grade tier from total { A at 5 else B }
grade level from total { 1 at 5 else 2 }
grade cell = tier + level
qualify MQL at 7
disqualify "it's" when country = "x"
`

function programOf(text: string): Program {
  const { lowered, diagnostics } = compile({ path: 'model.merit', text })
  if (!lowered) throw new Error(JSON.stringify(diagnostics, null, 1))
  return lowered.program
}

/** Each app by itself, all in one run of the compiler: what is wrong with each, with the text that is marked. */
function problemsOf(apps: readonly string[]): string[][] {
  const program = programOf(model)
  const files = new Map([
    [resolve('/app/acme.d.mts'), generateModuleTypes(program)],
    [resolve('/app/types.d.mts'), generateTypes(program)],
    ...apps.map((app, i) => [resolve(`/app/${i}.mts`), `${IMPORTS}\n${app}`] as const),
  ])
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = path => files.has(resolve(path)) || fileExists(path)
  host.directoryExists = undefined
  host.readFile = path => files.get(resolve(path)) ?? readFile(path)
  host.getSourceFile = (path, ...rest) => {
    const text = files.get(resolve(path))
    return text === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022)
  }
  const compiled = ts.createProgram([...files.keys()], options, host)
  const found = ts.getPreEmitDiagnostics(compiled)
  const texts = (file: string) => found.filter(one => one.file && resolve(one.file.fileName) === file).map(marked)
  return [...files.keys()].slice(2).map(file => [...found.filter(one => !one.file).map(marked), ...texts(file)])
}

function marked({ file, start = 0, length = 0, messageText }: ts.Diagnostic): string {
  return file ? file.text.slice(start, start + length) : ts.flattenDiagnosticMessageText(messageText, '\n')
}

const IMPORTS = `import { contributions, hash, name, revision, score, type Lead, type LeadEvent, type Model, type Reason, type Result } from './acme.mjs'
import type { Lead as SameLead } from './types.mjs'`

const at = "at: '2026-06-01'"

const good: readonly string[] = [
  'const lead: Lead = { employees: 5 }',
  "const lead: Lead = { id: 7, employees: 5, industry: 'Financial Services', created: new Date(0), events: [] }",
  "const lead: Lead = { employees: 5, industry: 'it\\'s \"so\"', customer: true }",
  "const lead: Lead = { employees: 5, industry: 'Select', customer: 'unknown', interests: ['api', 'N/A'] }",
  "const lead: Lead = { employees: 5, 'Country Code': 'DE', company: { tier: 'A', seat: { city: null } } }",
  "const lead: Lead = { employees: 5, address: 'Main 1', 'address.street': 'Main', new: 1, 'a key': 2 }",
  "const lead: Lead = { employees: 5, industry: null, company: null, interests: 'select', created: null }",
  `const event: LeadEvent = { type: 'download', ${at}, asset: 'whitepaper', pages: 3, id: 'a' }`,
  `const event: LeadEvent = { type: 'download', at: new Date(0), properties: { asset: 'whitepaper' } }`,
  `const event: LeadEvent = { type: 'page_view', ${at}, path: '/', properties: { type: 5, meta: { depth: 1 } } }`,
  `const events: LeadEvent[] = [{ type: 'demo booked', ${at}, size: 3 }, { type: 'demo booked', ${at}, properties: { size: 3 } }]`,
  'const crm = { employees: 5, owner: "Ann" }; score(crm, { now: new Date(0) })',
  "const { scores, grades, stages }: Result = score({ employees: 5 }, { now: 0, strict: true }); const x: [number, 'A' | 'B', boolean] = [scores.total, grades.tier, stages.MQL]",
  "const cell: 'A1' | 'A2' | 'B1' | 'B2' = score({ employees: 5 }, { now: 0 }).grades.cell",
  'const reason: Reason | undefined = score({ employees: 5 }, { now: 0 }).disqualified[0]',
  "const points: number | undefined = contributions({ employees: 5 }, { now: 0 }).rules.find(one => one.score === 'total')?.points",
  'const texts: (string | undefined)[] = [name, revision, hash]; const lead: Lead = {} as SameLead',
  'const model: Model = { name, revision, score, contributions }',
  'score({ employees: 5 }, { now: 0, issues: false })',
]

/** An app, and the text that TypeScript marks as wrong. */
const bad: readonly (readonly [app: string, marked: string])[] = [
  ['const lead: Lead = {}', 'lead'],
  ["const lead: Lead = { employees: '5' }", 'employees'],
  ["const lead: Lead = { employees: 5, industri: 'SaaS' }", 'industri'],
  ["const lead: Lead = { employees: 5, industry: 'Saas' }", 'industry'],
  ["const lead: Lead = { employees: 5, interests: ['pricing', 'apis'] }", "'apis'"],
  ["const lead: Lead = { employees: 5, country: 'DE' }", 'country'],
  ["const lead: Lead = { employees: 5, company: { teir: 'A' } }", 'teir'],
  ['const lead: Lead = { employees: 5, company: { seat: { city: 4 } } }', 'city'],
  ["const lead: Lead = { employees: 5, events: [{ type: 'download' }] }", "{ type: 'download' }"],
  [`const event: LeadEvent = { type: 'dwnload', ${at} }`, 'type'],
  [`const event: LeadEvent = { type: 'download', ${at}, asset: 'white paper' }`, 'asset'],
  [`const event: LeadEvent = { type: 'download', ${at}, aset: 'whitepaper' }`, 'aset'],
  [`const event: LeadEvent = { type: 'email_open', ${at}, asset: 'whitepaper' }`, 'asset'],
  [`const event: LeadEvent = { type: 'page_view', ${at}, properties: { depth: 3 } }`, 'depth'],
  ["const event: LeadEvent = { type: 'download', at: 5 }", 'at'],
  [`const event: LeadEvent = { type: 'demo booked', ${at} }`, 'event'],
  ["score({ employees: 5, industri: 'SaaS' }, { now: 0 })", 'industri'],
  ['score({ employees: 5 }, {})', '{}'],
  ['score({ employees: 5 }, { now: 0 }).scores.totl', 'totl'],
  ['score({ employees: 5 }, { now: 0 }).stages.SQL', 'SQL'],
  [
    "score({ employees: 5 }, { now: 0 }).grades.tier === 'C'",
    "score({ employees: 5 }, { now: 0 }).grades.tier === 'C'",
  ],
  ["const reason: Reason = 'its'", 'reason'],
  ['score({ employees: 5 }, { now: 0 }).scores.total = 3', 'total'],
]

describe('the declarations of a model', () => {
  let problems: string[][]
  beforeAll(() => {
    problems = problemsOf([...good, ...bad.map(([app]) => app)])
  }, 60_000)

  it.each(good.map((app, i) => [app, i] as const))('let %s compile', (_, i) => {
    expect(problems[i]).toEqual([])
  })

  it.each(bad.map(([app, text], i) => [app, text, i] as const))('refuse %s at %s', (_, text, i) => {
    expect(problems[good.length + i]).toEqual([text])
  })
})

describe('text of the model in the declarations', () => {
  it('ends no comment, no string and no script', () => {
    const text = generateTypes(programOf(model))
    expect(text).toContain('model "Acme * / < /script>""')
    expect(text).not.toMatch(/<\/|<!/)
  })

  it.each([
    ['lead { a: text }\nwhen a = "x" add 1', '\n  a?: string | null\n'],
    ['on download(whitepaper) add 1', 'export type LeadEvent = Event<"download">'],
    ['when a = "x" add 1', 'export type Reason = never'],
  ])('of %j has %s', (text, expected) => {
    expect(generateTypes(programOf(text))).toContain(expected)
  })
})
