import { describe, expect, it } from 'vitest'
import { entityAt, occurrencesAt, occurrencesEverywhere, occurrencesIn } from './occurrences.ts'
import { bracketed, CURSOR, marked, placeOf } from './testing.ts'

/** Every file with all that is the same as what stands at the first mark. */
function sameAsMarked(files: string | Readonly<Record<string, string>>): string {
  const named = typeof files === 'string' ? { '/model.merit': files } : files
  const place = placeOf(named)
  const entities = occurrencesAt(place).map(({ entity }) => entity)
  const found = occurrencesEverywhere(place.workspace, place.project, entities)
  return Object.entries(named)
    .map(([path, text]) =>
      bracketed(
        text.replaceAll(CURSOR, ''),
        found.filter(({ span }) => span.source.path === path).map(({ span }) => span),
      ),
    )
    .join('\n---\n')
}

describe('everything of one name', () => {
  it.each([
    [
      'an attribute',
      'lead { ▮size: integer }\nwhen size > 5 and length(x) < size add size',
      'lead { «size»: integer }\nwhen «size» > 5 and length(x) < «size» add «size»',
    ],
    [
      'an attribute in a test',
      'lead { size: integer }\nwhen ▮size > 5 add 1\ntest "t" { lead { size: 3 } }',
      'lead { «size»: integer }\nwhen «size» > 5 add 1\ntest "t" { lead { «size»: 3 } }',
    ],
    [
      'an attribute that is not declared',
      'when ▮size > 5 add 1\nwhen size > 9 add 1',
      'when «size» > 5 add 1\nwhen «size» > 9 add 1',
    ],
    [
      'a nested attribute',
      'lead { company { tier: one of [A, B] } }\nwhen company.▮tier = A add 1\ntest "t" { lead { company { tier: A } } }',
      'lead { company { «tier»: one of [A, B] } }\nwhen company.«tier» = A add 1\ntest "t" { lead { company { «tier»: A } } }',
    ],
    [
      'a record',
      'lead { company { tier: one of [A, B] } }\nwhen ▮company.tier = A add 1\non p(lead.company.tier = A) add 1',
      'lead { «company» { tier: one of [A, B] } }\nwhen «company».tier = A add 1\non p(lead.«company».tier = A) add 1',
    ],
    [
      'an attribute in a pattern',
      'lead { size: integer }\nevent p { size: integer }\non p(size = lead.▮size) add 1',
      'lead { «size»: integer }\nevent p { size: integer }\non p(size = lead.«size») add 1',
    ],
    [
      'a property',
      'event p { ▮size: integer  x: text }\nevent q { size: integer }\non p(size > 3) add size once per size\nwhen sum of size in p > 3 and any q(size > 3) add 1',
      'event p { «size»: integer  x: text }\nevent q { size: integer }\non p(«size» > 3) add «size» once per «size»\nwhen sum of «size» in p > 3 and any q(size > 3) add 1',
    ],
    [
      'a property of a derived event',
      'event p { size: integer }\nevent q { size: integer }\nevent u from p or q\non u(▮size > 3) add 1',
      'event p { «size»: integer }\nevent q { «size»: integer }\nevent u from p or q\non u(«size» > 3) add 1',
    ],
    [
      'a property in the data of a test',
      'event p { size: integer }\non p(▮size > 3) add 1\ntest "t" { event p(size: 3) 1d ago }',
      'event p { «size»: integer }\non p(«size» > 3) add 1\ntest "t" { event p(«size»: 3) 1d ago }',
    ],
    [
      'what `per` goes by',
      'event p { x: text }\nevent q from 3 p per ▮x\non q add 1',
      'event p { «x»: text }\nevent q from 3 p per «x»\non q add 1',
    ],
    [
      'an event',
      'event ▮p\nevent q from p\non p add 1\nwhen any p within 3d add 1\ntest "t" { event p 1d ago }',
      'event «p»\nevent q from «p»\non «p» add 1\nwhen any «p» within 3d add 1\ntest "t" { event «p» 1d ago }',
    ],
    [
      'a derived event',
      'event p\nevent q from p\non ▮q since last q add 1',
      'event p\nevent «q» from p\non «q» since last «q» add 1',
    ],
    [
      'a date as a pattern',
      'lead { ▮born: date }\non born add 1 decay 3d',
      'lead { «born»: date }\non «born» add 1 decay 3d',
    ],
    [
      'a list',
      'list ▮l = ["a"]\nlist m = [l, "b"]\nwhen x in l add 1',
      'list «l» = ["a"]\nlist m = [«l», "b"]\nwhen x in «l» add 1',
    ],
    [
      'a list that the language brings',
      'when domain(x) in ▮free_email_domains add 1',
      'when domain(x) in «free_email_domains» add 1',
    ],
    [
      'a `let`',
      'let ▮half = 30d\nlet n = 5\non p add n decay half after half',
      'let «half» = 30d\nlet n = 5\non p add n decay «half» after «half»',
    ],
    [
      'a segment',
      'segment ▮big when n > 5\nscore s when big { when not big add 1 }',
      'segment «big» when n > 5\nscore s when «big» { when not «big» add 1 }',
    ],
    [
      'a score',
      'score ▮s { when n > 5 add 1 }\nscore t = s * 2\ngrade g from s { A at 1 else B }\nqualify at 5 of s',
      'score «s» { when n > 5 add 1 }\nscore t = «s» * 2\ngrade g from «s» { A at 1 else B }\nqualify at 5 of «s»',
    ],
    [
      'a group',
      'score s { group ▮a { when n > 5 add 1 } }\nscore t { group a { when n > 5 add 1 } }',
      'score s { group «a» { when n > 5 add 1 } }\nscore t { group a { when n > 5 add 1 } }',
    ],
    [
      'a grade',
      'score s { when n > 5 add 1 }\ngrade ▮g from s { A at 1 else B }\ngrade h = g + g\nqualify M when g = A',
      'score s { when n > 5 add 1 }\ngrade «g» from s { A at 1 else B }\ngrade h = «g» + «g»\nqualify M when «g» = A',
    ],
    [
      'a label',
      'score s { when n > 5 add 1 }\ngrade g from s { A at 1 else "B" }\nqualify M when g = "▮a" or g in [A, B]',
      'score s { when n > 5 add 1 }\ngrade g from s { «A» at 1 else "B" }\nqualify M when g = «"a"» or g in [«A», B]',
    ],
    [
      'a stage',
      'when n > 5 add 1\nqualify ▮M at 5\nqualify M when n > 9\nqualify S when M\npromise never M when n = 1',
      'when n > 5 add 1\nqualify «M» at 5\nqualify «M» when n > 9\nqualify S when «M»\npromise never «M» when n = 1',
    ],
    [
      'a stage without a name',
      'when n > 5 add 1\nqualify at 5\nqualify S when ▮qualified',
      'when n > 5 add 1\n«qualify» at 5\nqualify S when «qualified»',
    ],
    [
      'a rule with a label',
      'when n > 5 add 1 as "▮Big"\ntest "t" { expect rule "Big" matched }',
      'when n > 5 add 1 as «"Big"»\ntest "t" { expect rule «"Big"» matched }',
    ],
    [
      'a rule without one',
      'when n > 5 add 1\ntest "t" { expect rule "▮when n > 5 add 1" matched }',
      '«when» n > 5 add 1\ntest "t" { expect rule «"when n > 5 add 1"» matched }',
    ],
    [
      'a reason',
      'when n > 5 add 1\ndisqualify "▮bad" when n > 9\ntest "t" { expect disqualified "bad" }',
      'when n > 5 add 1\ndisqualify «"bad"» when n > 9\ntest "t" { expect disqualified «"bad"» }',
    ],
    [
      'the name of a test',
      'when n > 5 add 1\ntest "▮t" { expect total = 0 }',
      'when n > 5 add 1\ntest «"t"» { expect total = 0 }',
    ],
  ])('%s', (_, text, expected) => {
    expect(sameAsMarked(text)).toBe(expected)
  })
})

describe('values', () => {
  const lead = 'lead { a: one of [SaaS, "Retail"]  b: one of [SaaS]  tags: list of [x, y] }\n'
  it.each([
    [
      'compared',
      `${lead}when a = ▮SaaS or b = SaaS or a in ["saas", Retail] add 1`,
      'lead { a: one of [«SaaS», "Retail"]  b: one of [SaaS]  tags: list of [x, y] }\nwhen a = «SaaS» or b = SaaS or a in [«"saas"», Retail] add 1',
    ],
    [
      'in a table',
      `${lead}points by a { SaaS: 1  ▮Retail: 2 }`,
      'lead { a: one of [SaaS, «"Retail"»]  b: one of [SaaS]  tags: list of [x, y] }\npoints by a { SaaS: 1  «Retail»: 2 }',
    ],
    [
      'of a list',
      `${lead}when tags contains ▮x or tags contains any of [y, x] add 1`,
      'lead { a: one of [SaaS, "Retail"]  b: one of [SaaS]  tags: list of [«x», y] }\nwhen tags contains «x» or tags contains any of [y, «x»] add 1',
    ],
    [
      'in a named list',
      `list l = [SaaS, other]\n${lead}when a in l or a = ▮SaaS add 1`,
      'list l = [«SaaS», other]\nlead { a: one of [«SaaS», "Retail"]  b: one of [SaaS]  tags: list of [x, y] }\nwhen a in l or a = «SaaS» add 1',
    ],
    [
      'in a list of lists',
      `list l = [SaaS, other]\nlist m = [l]\n${lead}when a in m or a = ▮SaaS add 1`,
      'list l = [«SaaS», other]\nlist m = [l]\nlead { a: one of [«SaaS», "Retail"]  b: one of [SaaS]  tags: list of [x, y] }\nwhen a in m or a = «SaaS» add 1',
    ],
    [
      'by a `let`',
      `let c = "SaaS"\n${lead}when a = c or b = ▮SaaS add 1`,
      'let c = "SaaS"\nlead { a: one of [SaaS, "Retail"]  b: one of [«SaaS»]  tags: list of [x, y] }\nwhen a = c or b = «SaaS» add 1',
    ],
    [
      'in a test',
      `${lead}when a = ▮SaaS add 1\ntest "t" { lead { a: SaaS, b: SaaS } }`,
      'lead { a: one of [«SaaS», "Retail"]  b: one of [SaaS]  tags: list of [x, y] }\nwhen a = «SaaS» add 1\ntest "t" { lead { a: «SaaS», b: SaaS } }',
    ],
    [
      'that stand alone in a pattern',
      'event d { asset: one of [w, s]  n: integer }\non d(▮w, n > 3) add 1\non d(asset = w) points by asset { w: 1  s: 2 }\ntest "t" { event d(w) 1d ago }',
      'event d { asset: one of [«w», s]  n: integer }\non d(«w», n > 3) add 1\non d(asset = «w») points by asset { «w»: 1  s: 2 }\ntest "t" { event d(«w») 1d ago }',
    ],
    [
      'of an aggregate',
      'event d { asset: one of [w, s] }\nlet latest = last of asset in d\nwhen latest = ▮w or first of asset in d = w add 1',
      'event d { asset: one of [«w», s] }\nlet latest = last of asset in d\nwhen latest = «w» or first of asset in d = «w» add 1',
    ],
    [
      'that are not declared',
      'when a in [▮X, Y] add 1\nwhen a = X add 1\nwhen b = X add 1',
      'when a in [«X», Y] add 1\nwhen a = «X» add 1\nwhen b = X add 1',
    ],
  ])('%s', (_, text, expected) => {
    expect(sameAsMarked(text)).toBe(expected)
  })
})

describe('several files', () => {
  const files = {
    '/a.merit': 'import "./schema.merit"\nwhen ▮size > 5 add 1',
    '/b.merit': 'import "./schema.merit"\nwhen size > 5 add 1',
    '/other.merit': 'lead { size: integer }\nwhen size > 5 add 1',
    '/schema.merit': 'lead { size: integer }',
  }
  it('a name goes as far as the file that declares it', () => {
    expect(sameAsMarked(files)).toBe(
      [
        'import "./schema.merit"\nwhen «size» > 5 add 1',
        'import "./schema.merit"\nwhen «size» > 5 add 1',
        'lead { size: integer }\nwhen size > 5 add 1',
        'lead { «size»: integer }',
      ].join('\n---\n'),
    )
  })
})

describe('texts with mistakes', () => {
  it.each([
    'when ▮',
    'lead { ▮a: one of [X }\nwhen a = X add',
    'let a = b\nlet b = a\nwhen ▮a = X add 1',
    'list a = [b]\nlist b = [a]\nwhen x in ▮a add 1',
    'event from ▮ or\ngrade { at 5 }\nqualify when = ',
    'test { lead { ▮: } event ( ) expect rule matched }',
  ])('%j is searched to its end', text => {
    const { workspace, places } = marked(text)
    expect(() => workspace.projects.map(occurrencesIn)).not.toThrow()
    expect(() => places.map(entityAt)).not.toThrow()
  })

  it('names around a mistake are found', () => {
    expect(sameAsMarked('lead { ▮size: integer }\nwhen size > add 1\nwhen size > 3 add 1')).toBe(
      'lead { «size»: integer }\nwhen «size» > add 1\nwhen «size» > 3 add 1',
    )
  })
})
