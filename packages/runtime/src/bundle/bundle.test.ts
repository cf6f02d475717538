import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modelOf } from '../engine/model.ts'
import { explain } from '../explain.ts'
import { readLead } from '../lead/lead.ts'
import type { Expr, Program } from '../program.ts'
import {
  attribute,
  berlin,
  block,
  choose,
  condition,
  constant,
  declared,
  equal,
  events,
  halfLife,
  NOW,
  number,
  onEach,
  points,
  program,
  property,
  rule,
  scoreOf,
  text,
} from '../testing.ts'
import { BundleError } from './error.ts'
import type { BundleContent } from './format.ts'
import { canonical, hashOf } from './hash.ts'
import { generateKeys, KeyError } from './keys.ts'
import { pack, shared } from './pack.ts'
import { readBundle, readSignedBundle } from './read.ts'
import { writeBundle, writeSignedBundle } from './write.ts'

const span = { path: 'model.merit', line: 3, column: 5 }
const reads = [{ text: 'industry', value: attribute(0), as: 'text' as const }]
const isRetail = condition('industry = Retail', equal({ op: 'fold', of: attribute(0) }, 'retail'), attribute(0))
const pages: Expr = { op: 'aggregate', how: 'sum', set: { op: 'sharedSet', index: 0 }, of: property('pages') }

/** One of everything that a program may have. */
const everything: Program = program({
  language: '0.1',
  name: 'Ärzte \ud800 "x"',
  zone: berlin,
  attributes: [
    declared('industry', { kind: 'enum', values: ['Retail', '__proto__'] }, { unknownIn: ['n/a'] }),
    declared('employees', { kind: 'number', integer: true, range: { low: 0, highOpen: true, high: 1e6 } }),
    declared('tags', { kind: 'list' }),
    declared('created', { kind: 'date' }, { required: true }),
  ],
  events: [{ name: 'download', properties: [declared('pages', number), declared('asset', text)] }],
  values: [{ op: 'count', set: { op: 'sharedSet', index: 0 } }, pages],
  sets: [{ op: 'filter', set: events(0), where: { op: 'less', left: constant(2), right: property('pages') } }],
  scores: [
    scoreOf(
      [
        rule('when industry = Retail add 5', { cases: [points(5, isRetail)], cap: constant(3), weight: 0.3 }),
        rule('points by industry', {
          subject: reads[0],
          cases: [
            { text: 'Retail', when: isRetail, points: choose([[isRetail.expr, constant(1)]], constant(null)), reads },
          ],
        }),
        onEach(events(0), property('pages'), { when: isRetail }, halfLife(1000)),
        block([rule('inner', { cases: [points({ op: 'value', index: 1 })] })], { name: 'group', when: isRetail }),
      ],
      { name: 'fit', multipliers: [{ kind: 'multiplier', id: 'm', when: isRetail, factor: 1.5, span }] },
    ),
    {
      kind: 'formula',
      name: 'total',
      text: 'fit + 1',
      formula: { op: 'add', left: { op: 'score', index: 0 }, right: constant(1) },
      reads: [],
      floor: constant(0),
      span,
      doc: 'What sales sees.',
    },
  ],
  grades: [
    { kind: 'cases', name: 'tier', cases: [{ label: 'A', when: isRetail }], otherwise: 'B', span },
    { kind: 'joined', name: 'both', grades: [0, 0], span },
  ],
  stages: [
    {
      name: 'MQL',
      lines: [{ text: 'at 5', when: isRetail, at: { score: 1, threshold: constant(5) }, until: constant(3), span }],
    },
  ],
  disqualifications: [{ reason: 'no', when: condition('x', equal({ op: 'grade', index: 0 }, 'B')), span }],
  promises: [{ kind: 'never', text: 'never x', condition: isRetail, given: isRetail, span }],
  unsupported: [{ what: 'x', span }],
})
const unpacked = { program: everything, compiler: '1.2.3', docs: [{ of: 'score', name: 'total', text: 'A score.' }] }

const plain = (data: unknown) => JSON.parse(JSON.stringify(data))

/** The bundle of a content, whatever is in it, with the right hash. */
function bundleOf(content: unknown): string {
  const hash = hashOf(canonical(content as BundleContent))
  return JSON.stringify({ merit: 'bundle', format: 1, hash, content })
}

function refusal(bundle: unknown): string {
  try {
    readBundle(bundle)
  } catch (error) {
    if (error instanceof BundleError) return error.message
    throw error
  }
  return 'taken'
}

describe('a bundle', () => {
  const written = writeBundle(unpacked)

  it('gives back the program, whatever is in it', () => {
    const { program, compiler, docs } = readBundle(written)
    expect(plain(program)).toEqual(plain(everything))
    expect({ compiler, docs }).toEqual({ compiler: '1.2.3', docs: unpacked.docs })
  })

  it('is the same bytes every time, also when it was read before', () => {
    expect(writeBundle(unpacked)).toBe(written)
    expect(writeBundle(readBundle(written))).toBe(written)
  })

  it('is canonical JSON, so that others can verify it', () => {
    const { content, hash } = JSON.parse(written)
    expect(written).toContain(`"content":${JSON.stringify(content, Object.keys(content).sort())},`)
    expect(hash).toBe(hashOf(JSON.stringify(content)))
  })

  it('loads from text, from data, indented, with other keys first, and with a byte order mark', () => {
    const { hash, content, ...rest } = JSON.parse(written)
    const reversed = Object.fromEntries(Object.entries(content).reverse())
    const others = [
      JSON.parse(written),
      JSON.stringify(JSON.parse(written), null, 2),
      { content: reversed, hash, ...rest },
    ]
    for (const other of [...others, `\ufeff${written}`]) expect(refusal(other)).toBe('taken')
  })

  it('makes equal parts one object', () => {
    const { stages, grades } = readBundle(written).program
    expect(stages[0]?.lines[0]?.when).toBe(grades[0]?.kind === 'cases' && grades[0].cases[0]?.when)
    expect(plain(shared(everything))).toEqual(plain(everything))
  })
})

describe('what is no bundle is refused', () => {
  const written = writeBundle(unpacked)
  const content: Record<string, unknown> = JSON.parse(written).content
  const nodes = content.nodes as unknown[][]
  const cyclic: Record<string, unknown> = { ...content }
  cyclic.nodes = [cyclic]
  const edited = (part: Record<string, unknown>) => bundleOf({ ...content, ...part })
  const brackets = '['.repeat(1_000_000)
  /** As bytes, it is the bundle whose name is the character that stands for what is no character. */
  const halved = writeBundle({ ...unpacked, compiler: '\ufffd' }).replace('\ufffd', '\ud800')

  it.each([
    ['nothing', '', 'is no JSON, or was cut short'],
    ['null', 'null', 'This is no Merit bundle'],
    ['a list', '[]', 'This is no Merit bundle'],
    ['something else', '{"name":"app"}', 'This is no Merit bundle'],
    ['a truncated one', written.slice(0, -300), 'is no JSON, or was cut short'],
    ['an edited one', written.replace('"A score."', '"A scare."'), 'was changed after it was built'],
    ['one with its content twice', written.replace(',"format"', ',"content":{},"format"'), 'content has no'],
    ['one that says half a surrogate pair', halved, 'was changed after it was built'],
    ['one with another hash', written.replace(/sha256-..../, 'sha256-0000'), 'was changed after it was built'],
    [
      'a future one',
      '{"merit":"bundle","format":2,"novelty":1}',
      'format 2, which a newer version of Merit made: update',
    ],
    ['an impossible one', '{"merit":"bundle","format":"1"}', 'format should be 1'],
    ['one without content', '{"merit":"bundle","format":1,"hash":""}', 'has no `content`'],
    ['one with more keys', written.replace('"format"', '"extra":1,"format"'), 'has "extra"'],
    ['one with __proto__', written.replace('"format"', '"__proto__":{},"format"'), 'has "__proto__"'],
    [
      'one with a strange signature',
      written.replace('"format"', '"signature":[],"format"'),
      'signature should be an object',
    ],
    ['content that is a list', bundleOf([]), 'content should be an object'],
    ['constructor in its content', bundleOf({ ...content, constructor: 1 }), 'content has "constructor"'],
    ['a million brackets', `{"merit":"bundle","format":1,"hash":"","content":${brackets}`, 'is no JSON'],
    [
      'closed brackets, deep',
      `{"merit":"bundle","format":1,"hash":"","content":${brackets}${brackets.replaceAll('[', ']')}}`,
      'content should be an object',
    ],
    [
      'deep nodes',
      written.replace('"nodes":[', `"nodes":[${brackets}${brackets.replaceAll('[', ']')},`),
      'nested too deeply',
    ],
    ['ten million entries', `{"merit":"bundle","format":1,"content":[${'0,'.repeat(1e7)}0]}`, 'is larger than'],
    ['data that contains itself', { ...JSON.parse(written), content: cyclic }, 'contains itself'],
    ['a newer language', edited({ language: '99' }), 'is in version 99 of the language'],
    ['a name that is none', edited({ name: 5 }), 'should be texts'],
    ['an unknown record', edited({ tags: ['explode'] }), 'content.nodes[0] is no record that this version'],
    ['tags by the names of objects', edited({ tags: ['__proto__'] }), 'content.nodes[0] is no record'],
    ['a node that is no list', edited({ nodes: [7] }), 'content.nodes should be a list of records'],
    [
      'a node too many',
      edited({ nodes: [...nodes, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]] }),
      'is no record that this version of Merit knows',
    ],
    ['tables in no order', edited({ values: [5, 3] }), 'content.values should be a list of ascending whole numbers'],
    ['tables of other things', edited({ promises: [0] }), 'content.promises[0] should be the place of a Promise'],
    ['a zone that is none', edited({ zone: -1 }), 'content.zone should be the place of a Zone'],
  ])('%s', (_, bundle, message) => {
    expect(refusal(bundle)).toContain(message)
  })

  it('counts the last of two equal keys, as JSON does', () => {
    expect(refusal(written.replace('"format":1', '"format":9,"format":1'))).toBe('taken')
    expect(refusal(written.replace('"format":1', '"format":1,"format":9'))).toContain('format 9')
  })
})

describe('what would take long is refused soon', () => {
  const many = 200_000
  const tags = ['text', 'Attribute', 'EventType', 'number', 'property', 'events', 'union', 'Zone', 'member']
  const content = (nodes: unknown[][], tables: Record<string, number[]>) => {
    const none = Object.fromEntries(Object.keys(JSON.parse(writeBundle(unpacked)).content).map(key => [key, []]))
    const texts = { compiler: '', language: '0.1', name: '', revision: '' }
    return bundleOf({ ...none, ...texts, tags, nodes, zone: 0, ...tables })
  }
  const zone = [7, '', false, [Number.MIN_SAFE_INTEGER], [0]]
  const places = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i)
  const eventTypes = places(0, many).map(i => [2, String(i), []])
  /** Half of the types have x as text, half as a number. */
  const mixed = (count: number) => [
    zone,
    [0],
    [3, false],
    [1, 'x', '', 1, false, []],
    [1, 'x', '', 2, false, []],
    ...places(0, count).map(i => [2, String(i), [3 + (i % 2)]]),
  ]
  const all = places(0, many)

  it.each([
    ['many types of events, alone', content([zone, ...eventTypes], { events: places(1, many) }), 'taken'],
    [
      'a property of many kinds, many times',
      content([...mixed(9000), ...Array(9000).fill([4, 'x'])], { events: places(5, 9000) }),
      'too long',
    ],
    [
      'sets of sets of many types',
      content([zone, ...eventTypes, [5, all], ...places(0, 500).map(i => [6, [many + 1 + i, many + 1 + i]])], {
        events: places(1, many),
      }),
      'taken',
    ],
    [
      'sets of sets of many types that have to be told apart',
      content([...mixed(9000), [5, places(0, 9000)], ...places(0, 5000).map(i => [6, [9005 + i, 9005 + i]])], {
        events: places(5, 9000),
      }),
      'takes too long to check',
    ],
    [
      'long lists to compare with properties of many kinds',
      content([...mixed(9000), [4, 'x'], [8, 9005, Array(200_000).fill(1)]], { events: places(5, 9000) }),
      'takes too long to check',
    ],
  ])('%s', (_, bundle, outcome) => {
    const start = performance.now()
    expect(refusal(bundle)).toContain(outcome)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

describe('a program that breaks a promise is refused', () => {
  const withValues = (...values: unknown[]) =>
    program({
      ...everything,
      values: values as Expr[],
      scores: [],
      grades: [],
      stages: [],
      disqualifications: [],
      promises: [],
    })
  const [a, n] = [attribute(0), attribute(1)]
  const chain = (length: number) => Array.from({ length }).reduce<Expr>(of => ({ op: 'abs', of }), constant(1))
  const doubling = (times: number) =>
    Array.from({ length: times }).reduce<Expr>(of => ({ op: 'add', left: of, right: of }), constant(1))

  it.each<[string, unknown, string]>([
    ['less', { op: 'less', left: a, right: constant(1) }, 'kinds that do not go together'],
    ['fold', { op: 'fold', of: n }, 'kinds that do not go together'],
    ['equal', { op: 'equal', left: a, right: n }, 'kinds that do not go together'],
    ['equal lists', { op: 'equal', left: attribute(2), right: attribute(2) }, 'kinds that do not go together'],
    ['member', { op: 'member', of: n, values: ['x'] }, 'kinds that do not go together'],
    ['has', { op: 'has', list: a, item: a }, 'kinds that do not go together'],
    ['choose', choose([[equal(n, 1), n]], a), 'kinds that do not go together'],
    ['sum of texts', { op: 'aggregate', how: 'sum', set: events(0), of: property('asset') }, 'do not go together'],
    ['not of a number', { op: 'not', of: n }, 'kinds that do not go together'],
    [
      'an aggregate that nobody knows',
      { op: 'aggregate', how: 'median', set: events(0), of: n },
      'how should be one of sum',
    ],
    ['a property of no event', property('pages'), 'reads an event where none is at hand'],
    ['an amount outside decay', { op: 'amount' }, 'reads an event where none is at hand'],
    [
      'an amount in a filter',
      { op: 'count', set: { op: 'filter', set: events(0), where: { op: 'less', left: { op: 'age' }, right: n } } },
      'reads an event',
    ],
    ['a moment of a property', { op: 'count', set: { op: 'moment', of: property('pages') } }, 'reads an event'],
    ['an attribute that is not there', attribute(9), 'should be the index of an earlier entry of attributes'],
    ['a negative attribute', attribute(-1), 'should be the index of an earlier entry of attributes'],
    ['a type that is not there', { op: 'count', set: events(3) }, 'should be the index of an earlier entry of events'],
    [
      'a window of no length',
      { op: 'count', set: { op: 'window', set: events(0), below: -1 } },
      'should be a number that is not negative',
    ],
    [
      'no earliest',
      { op: 'count', set: { op: 'earliest', set: events(0), count: 0 } },
      'count should be a whole number from 1',
    ],
    ['an empty automaton', { op: 'matches', of: a, source: '', automaton: [] }, 'leads nowhere'],
    [
      'an automaton that leads out',
      { op: 'matches', of: a, source: '', automaton: [{ do: 'split', next: 0, other: 1 }] },
      'leads nowhere',
    ],
    [
      'half a range',
      { op: 'matches', of: a, source: '', automaton: [{ do: 'set', ranges: [1], negated: false, next: 0 }] },
      'leads nowhere',
    ],
    ['too deep', chain(1001), 'nested deeper than 1000'],
    ['too large when written out', doubling(40), 'too large with everything in it written out'],
  ])('%s', (_, value, message) => {
    expect(refusal(bundleOf(packAnyway(withValues(value))))).toContain(message)
  })

  it('but what is just good enough is taken', () => {
    expect(refusal(bundleOf(pack({ program: withValues(chain(990), doubling(20)), compiler: '', docs: [] })))).toBe(
      'taken',
    )
  })

  it('two entries of one name', () => {
    const twice = program({ language: '0.1', scores: [scoreOf([], { name: 'x' }), scoreOf([], { name: 'x' })] })
    expect(refusal(bundleOf(packAnyway(twice)))).toContain('content.scores has two entries of one name')
  })

  /** Without the writer's own check, and with indices of entries that are not there. */
  function packAnyway(broken: Program): unknown {
    return pack({ program: broken, compiler: '', docs: [] })
  }
})

describe('a property of one name in types of events with different kinds', () => {
  const types = [
    { name: 'a', properties: [declared('x', text)] },
    { name: 'b', properties: [declared('x', number)] },
    { name: 'c', properties: [] },
  ]
  const folded: Expr = { op: 'equal', left: { op: 'fold', of: property('x') }, right: constant('y') }
  const compared: Expr = { op: 'less', left: property('x'), right: constant(2) }
  const of = (set: Expr & { op: 'count' }) =>
    bundleOf(pack({ program: program({ language: '0.1', events: types, values: [set] }), compiler: '', docs: [] }))
  const filtered = (where: Expr, ...from: number[]) =>
    of({ op: 'count', set: { op: 'filter', set: events(...from), where } })

  it.each([
    ['text where it is text', filtered(folded, 0), 'taken'],
    ['number where it is a number', filtered(compared, 1), 'taken'],
    ['text where the other type has none', filtered(folded, 0, 2), 'taken'],
    ['either', filtered({ op: 'known', of: property('x') }, 0, 1), 'taken'],
    ['text where it may be a number', filtered(folded, 0, 1), 'kinds that do not go together'],
    ['number where it is text', filtered(compared, 0), 'kinds that do not go together'],
  ])('%s', (_, bundle, outcome) => {
    expect(refusal(bundle)).toContain(outcome)
  })
})

describe('a signature', async () => {
  const keys = await generateKeys()
  const other = await generateKeys()
  const signed = await writeSignedBundle(unpacked, keys.privateKey)
  const forged = signed.replace(/"value":"..../, '"value":"AAAA')

  it('is over the hash, and the same every time', async () => {
    expect(await writeSignedBundle(unpacked, keys.privateKey)).toBe(signed)
    expect((await readSignedBundle(signed, keys.publicKey)).hash).toBe(readBundle(writeBundle(unpacked)).hash)
  })

  it('does not matter without a key', () => {
    expect(refusal(forged)).toBe('taken')
  })

  it.each([
    ['a bundle that is not signed', writeBundle(unpacked), keys.publicKey, BundleError, 'is not signed'],
    ['another key', signed, other.publicKey, BundleError, 'was not signed with this key'],
    ['a changed signature', forged, keys.publicKey, BundleError, 'was not signed with this key'],
    [
      'a signature of something else',
      signed.replace(/"value":"[^"]*"/, '"value":"AA=="'),
      keys.publicKey,
      BundleError,
      'was not signed',
    ],
    ['no base64', signed.replace(/"value":"[^"]*"/, '"value":"*"'), keys.publicKey, BundleError, 'should be base64'],
    ['another algorithm', signed.replace('"ed25519"', '"none"'), keys.publicKey, BundleError, 'should be ed25519'],
    ['a private key for a public one', signed, keys.privateKey, KeyError, 'This is no Ed25519 key'],
    ['no key', signed, 'key', KeyError, 'This is no Ed25519 key'],
  ])('is refused with %s', async (_, bundle, key, kind, message) => {
    const error = await readSignedBundle(bundle, key).catch(error => error)
    expect(error).toBeInstanceOf(kind)
    expect(error.message).toContain(message)
  })
})

describe('whatever is changed in a bundle', () => {
  const runnable = { ...unpacked, program: { ...everything, unsupported: [] } }
  const content: Record<string, unknown> = JSON.parse(writeBundle(runnable)).content
  const strange = fc.oneof(
    fc.constantFrom<unknown>(null, true, '', '__proto__', 'x', -1, 0.5, 1e300, [], {}, [0], [[]]),
    fc.nat(400),
  )

  const data = {
    industry: 'Retail',
    employees: 40,
    tags: ['a', 'b'],
    created: '2026-01-01',
    events: [1, 2, 3].map(pages => ({ type: 'download', at: `2026-05-0${pages}`, pages, asset: 'x' })),
  }

  it('it is refused as what it is, or runs', () => {
    const leaves = JSON.stringify(content).match(/"[^"]*"|-?\d+(\.\d+)?|true|false|null/g)?.length ?? 0
    let ran = 0
    fc.assert(
      fc.property(fc.nat(leaves), strange, (place, instead) => {
        const bundle = bundleOf(changed(content, place, instead))
        if (refusal(bundle) !== 'taken') return
        ran++
        const { program } = readBundle(bundle)
        for (const lead of [data, {}]) {
          explain(program, readLead(program, lead), NOW)
          modelOf(program).score(lead, { now: NOW })
        }
      }),
      { numRuns: 4000 },
    )
    expect(ran).toBeGreaterThan(300)
  })

  /** The content with its `place`-th leaf replaced. */
  function changed(data: unknown, place: number, instead: unknown): unknown {
    let left = place
    const walk = (part: unknown): unknown => {
      if (Array.isArray(part)) return part.map(walk)
      if (typeof part === 'object' && part !== null)
        return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value)]))
      return left-- === 0 ? instead : part
    }
    return walk(data)
  }
})
