import { describe, expect, it } from 'vitest'
import { fixesOf, messageOf } from '../diagnostics/catalogue.ts'
import { check } from './check.ts'

const checkText = (text: string) => check({ path: 'model.merit', text })
const namesOf = (text: string) => checkText(text).diagnostics.map(({ name }) => name)
const lines = (...list: string[]) => list.join('\n')

describe('a number of events in a time for each value', () => {
  it('is refused, naming both', () => {
    const text = 'event deep from 3 page within 1d per session\non deep add 5'
    expect(checkText(text).diagnostics.map(messageOf)).toEqual([
      'A number of events is counted either `within 1d` or `per session`, not both. Keep one of the two.',
    ])
  })
})

describe('a table by a list attribute', () => {
  const table = (rows: string) => `lead { interests: list of [api, pricing] }\npoints by interests { ${rows} }`

  it('is refused where a case names one value, which no list equals', () => {
    expect(checkText(table('api: 5  else: 1')).diagnostics.map(messageOf)).toEqual([
      '`interests` is a list and has several values at once. Write `points first { interests contains api: … }`.',
    ])
  })

  it('may ask whether the list is known', () => {
    expect(namesOf(table('unknown: -5  else: 1'))).toEqual([])
  })
})

describe('a block of attributes that breaks off', () => {
  it.each([
    ['lead {\nwhen a add 5', ['unclosed-brace']],
    ['lead\n  a: boolean\nwhen a add 5', ['expected-something']],
    ['lead { a: boolean\nwhen a add 5\nwhen b add 5', ['unclosed-brace', 'unknown-name']],
    ['lead {}\nwhen a add 5', ['unknown-name']],
  ])('%j', (text, names) => {
    expect(namesOf(text)).toEqual(names)
  })
})

describe('an attribute in a list', () => {
  it('is refused, and only what can stand there is offered', () => {
    const text = 'lead { a: one of [X, b]  b: text }\nwhen a in [X, b] add 5'
    const [found] = checkText(text).diagnostics
    expect(found && messageOf(found)).toBe(
      '`b` is an attribute, and a list holds values only. Compare with the attribute outside the list, with `= lead.b`, or write `"b"` for the value.',
    )
    expect(found && fixesOf(found).map(({ edits }) => edits.map(edit => edit.text))).toEqual([['"b"']])
  })
})

describe('types that follow from use', () => {
  const inferred: readonly (readonly [model: string, attributes: string])[] = [
    ['when industry in [SaaS] add 15', 'industry enum'],
    ['when industry in [SaaS, "Financial Services"] add 15', 'industry enum'],
    ['when industry = "SaaS" add 15', 'industry text'],
    ['when domain(email) in free_email_domains add 15', 'email text'],
    ['list big = [100, 200]\nwhen seats in big add 5', 'seats number'],
    ['when employees > 5 add 3', 'employees number'],
    ['when employees in 10..49 add 3', 'employees number'],
    ['when a < b add 3', 'a number, b number'],
    ['when a < b add 3\nwhen b before 2026-01-01 add 4', 'a date, b date'],
    ['let e = employees\nwhen e > 5 add 3', 'employees number'],
    ['let cut = 2026-01-01\nwhen created > cut add 3', 'created date'],
    ['when created within 30d add 3', 'created date'],
    ['when days since created > 3 add 3', 'created date'],
    ['when title contains "vp" add 3', 'title text'],
    ['when interests contains pricing add 3', 'interests list'],
    ['when interests contains any of [api, security] add 15 per match', 'interests list'],
    ['when customer or not student add 3', 'customer boolean, student boolean'],
    ['when subscribed = true add 3', 'subscribed boolean'],
    ['when phone is known add 3', 'phone text'],
    ['when company.tier = A add 3', 'company.tier enum'],
    ['points by employees { < 10: 1  else: 2 }', 'employees number'],
    ['points by country { DE, AT: 1  else: 2 }', 'country enum'],
    ['on a add lead.seats * 2', 'seats number'],
    ['on a add 5\ntest "x" {\n  event a 1d ago\n  expect employees < 5\n}', 'employees number'],
  ]
  it.each(inferred)('%s: %s', (text, attributes) => {
    const { model, diagnostics } = checkText(text)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(model?.attributes.map(({ name, type }) => `${name} ${type.kind}`).join(', ')).toBe(attributes)
  })

  const properties: readonly (readonly [model: string, events: string])[] = [
    ['on download(whitepaper) add 5', 'download(subject enum)'],
    ['on download("white paper") add 5', 'download(subject text)'],
    ['on page(seconds > 5, path like "/x*") add seconds', 'page(seconds number, path text)'],
    ['on page(seconds > 5) add 3\non page(home) add 2', 'page(subject enum, seconds number)'],
    ['on visit add 5 once per session', 'visit(session text)'],
    ['when sum of amount in purchase > 100 add 5', 'purchase(amount number)'],
    ['when first of rating in talk >= 4 add 3', 'talk(rating number)'],
    ['let f = first of rating in talk\nwhen f >= 4 add 3', 'talk(rating number)'],
    ['let f = (last of rating in talk)\nlet g = f\nwhen g * 2 = 4 add 3', 'talk(rating number)'],
    ['let p = last of plan in signup\npoints by p { gold: 3  else: 1 }', 'signup(plan enum)'],
    ['when last of plan in signup in [gold, silver] add 3', 'signup(plan enum)'],
    ['when last of paid in signup add 3', 'signup(paid boolean)'],
    ['when min of due in bill before 2026-01-01 add 3', 'bill(due date)'],
    ['when last of a in x = last of b in y add 3\nwhen max of b in y > 3 add 1', 'x(a number), y(b number)'],
    ['event active from page or mail\non active(path = "/x") add 5', 'page(path text), mail(path text)'],
    ['event bot from sent then opened within 10s per email\non bot add 5', 'sent(email text), opened(email text)'],
    ['event login\non login(device = phone) add 5', 'login(device enum)'],
    ['event login { device: text }\non login(hour < 6) add 5', 'login(device text)'],
  ]
  it.each(properties)('%s: %s', (text, events) => {
    const { model, diagnostics } = checkText(text)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const shown = model?.events.map(
      ({ name, properties }) => `${name}(${properties.map(each => `${each.name} ${each.type.kind}`).join(', ')})`,
    )
    expect(shown?.join(', ')).toBe(events)
  })

  it('shows both places of two uses that disagree', () => {
    const text = 'when seats > 5 add 3\nwhen seats = "many" add 5'
    const [found] = checkText(text).diagnostics
    expect(found?.name).toBe('conflicting-use')
    expect([found?.span.start, found?.related[0]?.span.start]).toEqual([
      text.lastIndexOf('seats'),
      text.indexOf('seats'),
    ])
  })

  it('takes a pattern named like a date attribute for that date', () => {
    const { model } = checkText('when created within 30d add 3\non created add 5 decay 7d')
    expect(model?.events).toEqual([])
    expect(model?.attributes.map(({ name }) => name)).toEqual(['created'])
  })
})

describe('what a name stands for', () => {
  const meanings: readonly (readonly [model: string, name: string, kind: string])[] = [
    ['when plan = trial add 5', 'trial', 'symbol'],
    ['let trial = "Trial"\nwhen plan = trial add 5', 'trial', 'let'],
    ['list paid = ["a", "b"]\nwhen plan in paid add 5', 'paid', 'list'],
    ['segment big when seats > 5\nwhen big add 5', 'big', 'segment'],
    ['on a add 1\nqualify MQL at 5\nqualify SQL when MQL', 'MQL', 'stage'],
    ['on a add 1\ngrade t from total { A at 5  else B }\nqualify when t = A', 't', 'grade'],
    ['on a add 1\ngrade t { A when total > 5  else B }', 'total', 'score'],
    ['on a(x > 3) add 1', 'x', 'eventProperty'],
    ['on a(hour > 3) add 1', 'hour', 'calendar'],
    ['event a { hour: number }\non a(hour > 3) add 1', 'hour', 'eventProperty'],
    ['on a(at after 2026-01-01) add 1', 'at', 'eventTime'],
    ['when renewal > now add 1', 'now', 'now'],
    ['on a(lead.x > 3) add 1', 'lead.x', 'attribute'],
    ['event a { ok: boolean }\non a(ok) add 1', 'ok', 'eventProperty'],
    ['let x = 5\non a(x) add 1', 'x', 'let'],
  ]
  it.each(meanings)('%s: %s is a %s', (text, name, kind) => {
    const { model, diagnostics } = checkText(text)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const found = [...(model?.meanings ?? [])].filter(
      ([node]) => node.kind === 'name' && node.path.map(part => part.text).join('.') === name,
    )
    expect(found.map(([, meaning]) => meaning.kind)).toContain(kind)
  })

  it('keeps values in the spelling of their declaration', () => {
    const { model } = checkText('lead { country: one of [DE, AT] }\nwhen country = de add 5')
    expect([...(model?.meanings.values() ?? [])]).toContainEqual({ kind: 'symbol', value: 'DE' })
  })

  it('takes the names of every object for names like any other', () => {
    const text =
      'when constructor > 3 and toString = valueOf add 3\non __proto__(hasOwnProperty = 3) add 1 once per constructor'
    expect(namesOf(text)).toEqual([])
  })
})

describe('what is reported', () => {
  const lead =
    'lead { industry: one of [SaaS, Fintech]  employees: integer 0..100  title: text  tags: list of [x, y]  created: date  vip: boolean }'
  const table: readonly (readonly [model: string, ...names: string[]])[] = [
    ['when industry = SaaS or Fintech add 5', 'value-as-condition'],
    ['when industry != SaaS and Fintech add 5', 'value-as-condition'],
    ['when industry = SaaS or "Fintech" or Retail add 5', 'value-as-condition'],
    ['when employees = 10 or 20 add 5', 'value-as-condition'],
    ['when country = DE or customer add 5'],
    ['event page { path: one of [a, b] }\non page(path = a or b) add 5', 'value-as-condition'],
    ['event page { path: one of [a, b] }\non page(a or b) add 5', 'value-as-condition', 'value-as-condition'],
    [`${lead}\nwhen SaaS add 5`, 'value-as-condition'],
    ['when created > 30d add 5', 'age-as-comparison'],
    [`${lead}\nwhen created <= 30d add 5`, 'age-as-comparison'],
    [`${lead}\nwhen employees > 30d add 5`, 'incomparable'],
    [`${lead}\nwhen industry > SaaS add 5`, 'no-order'],
    [`${lead}\nwhen employees > SaaS add 5`, 'incomparable'],
    [`${lead}\nwhen employees > title add 5`, 'incomparable'],
    [`${lead}\nwhen vip = yes add 5`, 'incomparable'],
    [`${lead}\nwhen created = "2026-01-01" add 5`, 'incomparable'],
    [`${lead}\nwhen tags = x add 5`, 'list-equals'],
    [`${lead}\nwhen tags in [x] add 5`, 'list-equals'],
    [`${lead}\nwhen tags contains z add 5`, 'unknown-value'],
    [`${lead}\nwhen tags contains word "x" add 5`, 'not-text'],
    [`${lead}\nwhen employees > 100 add 5`, 'never-holds'],
    [`${lead}\nwhen employees in 200.. add 5`, 'never-holds'],
    [`${lead}\nwhen employees not in 200.. add 5`, 'unknown-passes'],
    [`${lead}\nwhen employees = 2.5 add 5`, 'never-holds'],
    [`${lead}\npoints by employees { 0..100: 1  200: 5 }`, 'never-holds'],
    [`${lead}\npoints by employees { < 10: 1  12..: 5 }`, 'uncovered-values'],
    [`${lead}\npoints by employees { 0..10: 1  10..20: 5  else: 0 }`, 'overlapping-cases'],
    [`${lead}\npoints by employees { 10: 1  10: 5  else: 0 }`, 'duplicate-case'],
    [`${lead}\npoints by industry { SaaS: 1  Fintech: 5 }`],
    [`${lead}\npoints by industry { SaaS: 1 }`, 'uncovered-values'],
    [`${lead}\npoints by industry { SaaS: 1  unknown: 2 }`, 'uncovered-values'],
    [`${lead}\npoints by vip { true: 1 }`, 'uncovered-values'],
    [`${lead}\npoints by title { "a": 1 }`],
    ['points by created { 2026-01-01..2026-02-01: 1  2026-02-01: 2 }', 'overlapping-cases'],
    ['points by created { 2026-01-01..<2026-02-01: 1  2026-02-01: 2 }'],
    ['on a add 5 decay 3d no decay', 'modifier-twice'],
    ['on a within 3d add 5 within 4d', 'modifier-twice'],
    ['on a add 5 once at most 3 times', 'modifier-twice'],
    ['when a add 5 once within 3d', 'modifier-needs-events', 'modifier-needs-events'],
    ['on a add 5 decay 30 days', 'unit-apart'],
    ['on a within 3m add 5', 'ambiguous-unit'],
    ['on a within 5x add 5', 'unknown-unit'],
    ['when arr > 10k add 5', 'unknown-unit'],
    ['when title includes "vp" add 5', 'unknown-text-test'],
    ['on a add 5 decay 20% of orignal every 3d', 'unknown-decay'],
    ['on a add 5 decay 120% of original every 3d', 'bad-decay'],
    ['let d = "x"\non a add 5 decay d points every 3d', 'number-needed'],
    ['on a add 5 decay late', 'unknown-name'],
    [
      'score fit { on a add 5 }\ngrade g from fit { A at 5  else B }\ngrade h { X when g = A  else Y }',
      'not-read-here',
    ],
    ['score x = y + 1\nscore y = x', 'cycle'],
    ['let a = b\nlet b = a\nwhen a > 3 add 5', 'cycle'],
    ['event a from b\nevent b from a\non a add 5', 'cycle'],
    ['on a add 1\nqualify X when Y\nqualify Y when X', 'cycle'],
    ['let seconds = sum of seconds in page\nwhen seconds > 3 add 5'],
    ['when plan = trial add 5\nwhen trial add 3', 'ambiguous-name'],
    ['event a { x: number  y: number }\non a(x = y) add 5', 'ambiguous-name'],
    ['event a { x: number  y: number }\non a(x = (y)) add 5'],
    ['event download\nwhen download add 5', 'event-as-condition'],
    ['event download\nwhen any downlaod add 5', 'unknown-event'],
    ['lead { n: number }\nevent x\non n add 3', 'unknown-event'],
    ['lead { created: date }\nevent x\non created add 3'],
    ['lead { created: date }\nevent x\non created(foo) add 3', 'no-primary-property'],
    ['when a = "x" add 5\nwhen a > 3 add 5', 'conflicting-use'],
    ['when country in (DE, AT) add 5', 'list-in-parentheses'],
    [lines('on a add 5', 'on a  add 5 # the same'), 'equal-rules'],
    [lines('on a add 5 as "x"', 'on b add 5 as "x"'), 'equal-rules'],
    [lines('on a add 5 as "x"', 'on a add 5 as "y"')],
    [lines('score f {', '  group g { on a add 5 }', '  group h { on a add 5 }', '}')],
    ['test "x" {\n  lead { n: "5" }\n  expect total = 0\n}\nwhen n > 3 add 5', 'incomparable'],
    ['test "x" {\n  lead { other: 5 }\n  expect total = 0\n}\nwhen n > 3 add 5'],
    ['test "x" {\n  event b(x: 1) 1d ago\n  expect total = 0\n}\non a add 5'],
    ['event a\ntest "x" {\n  event b 1d ago\n  expect total = 0\n}\non a add 5', 'unknown-event'],
    ['test "x" {\n  event a at 2026-01-01\n  expect total = 0\n}\non a add 5', 'test-needs-now'],
  ]
  it.each(table.map(([text, ...names]) => ({ text, names })))('$text: $names', ({ text, names }) => {
    expect(namesOf(text)).toEqual(names)
  })

  it('has no model where there is an error, and one where there are only warnings', () => {
    expect(checkText('when a = "x" add 5\nwhen a > 3 add 5').model).toBeUndefined()
    expect(checkText('default decay 3d\nscore f { on a add 5 }').model).toBeDefined()
  })
})

describe('an import', () => {
  it.each([
    [
      '../../etc/passwd',
      '"../../etc/passwd" is no model: the name of one ends in `.merit`.',
      ['"../../etc/passwd.merit"'],
    ],
    ['./schema', '"./schema" is no model: the name of one ends in `.merit`.', ['"./schema.merit"']],
    ['./leads.csv', '"./leads.csv" is no model: the name of one ends in `.merit`.', []],
    [
      '/schema.merit',
      '"/schema.merit" is no path from this file. Write it like "./schema.merit" or "../shared/schema.merit".',
      [],
    ],
  ])('of %s is refused before anything is read', (path, message, fixes) => {
    const read = () => expect.fail('nothing is read')
    const { diagnostics } = check({ path: 'model.merit', text: `import "${path}"` }, { read })
    expect(diagnostics.map(messageOf)).toEqual([message])
    expect(diagnostics.flatMap(fixesOf).flatMap(({ edits }) => edits.map(({ text }) => text))).toEqual(fixes)
  })
})

describe('files that import each other', () => {
  const files = (texts: Record<string, string>) => {
    const read = (path: string) => (texts[path] === undefined ? undefined : { path, text: texts[path] })
    return check({ path: 'a/model.merit', text: texts['a/model.merit'] as string }, { read })
  }

  it('are found from the folder of the file that names them, each once', () => {
    const { model, diagnostics } = files({
      'a/model.merit': 'import "../b/rules.merit"\nimport "./schema.merit"\non visit add 5',
      'b/rules.merit': 'import "../a/schema.merit"\non download add 10',
      'a/schema.merit': 'event visit\nevent download',
    })
    expect(diagnostics).toEqual([])
    expect(model?.files.map(({ source }) => source.path)).toEqual(['a/model.merit', 'b/rules.merit', 'a/schema.merit'])
    expect(model?.scores[0]?.items).toHaveLength(2)
  })

  it('give everything but their name, time zone and tests', () => {
    const { model } = files({
      'a/model.merit': 'import "./other.merit"\non visit add 5',
      'a/other.merit':
        'model "Other"\ntimezone "Europe/Berlin"\nlet n = 5\nwhen big > n add 5\ntest "x" {\n  expect total = 0\n}',
    })
    expect([model?.name, model?.timezone, model?.tests, model?.lets.length]).toEqual(['', undefined, [], 1])
  })

  it('are reported in the order of files and places', () => {
    const { diagnostics } = files({
      'a/model.merit': 'import "./other.merit"\nwhen n > 3 add "5"\nwhen m add 3\nwhen m > 3 add 4',
      'a/other.merit': 'on a within 3 add 5',
    })
    expect(diagnostics.map(({ name, span }) => [span.source.path, name])).toEqual([
      ['a/model.merit', 'number-needed'],
      ['a/model.merit', 'conflicting-use'],
      ['a/other.merit', 'duration-needed'],
    ])
  })

  it('may not declare one name twice', () => {
    const { diagnostics } = files({
      'a/model.merit': 'import "./other.merit"\nlet n = 5\nwhen big > n add 5',
      'a/other.merit': 'let n = 6',
    })
    expect(
      diagnostics.map(({ name, span, related }) => [name, span.source.path, related[0]?.span.source.path]),
    ).toEqual([['duplicate-name', 'a/other.merit', 'a/model.merit']])
  })
})

describe('large and hostile texts', () => {
  const many = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n')

  it('follow a chain of definitions however long it is', () => {
    const chain = many(10_000, i => `let a${i} = a${i + 1} + 1`)
    expect(namesOf(`${chain}\nlet a10000 = 1\nwhen a0 > 3 add 5`)).toEqual([])
    expect(namesOf(`${chain}\nlet a10000 = a0\nwhen a0 > 3 add 5`)).toEqual(['cycle'])
  })

  it('get their findings, however many names there are to suggest', () => {
    const attributes = many(300, i => `attribute_number_${i}: text`)
    const rules = many(3_000, i => `when atribute_nmber_x${i} = "a" add 1`)
    expect(new Set(namesOf(`lead {\n${attributes}\n}\n${rules}`))).toEqual(new Set(['unknown-name']))
  })
})
