import { describe, expect, it } from 'vitest'
import { BundleError } from './bundle/error.ts'
import { generateKeys } from './bundle/keys.ts'
import { writeBundle, writeSignedBundle } from './bundle/write.ts'
import { evaluate } from './evaluate.ts'
import { readLead } from './lead/lead.ts'
import { loadModel, loadSignedModel } from './load.ts'
import { LeadRefused } from './refused.ts'
import {
  condition,
  constant,
  declared,
  events,
  NOW,
  number,
  onEach,
  points,
  program,
  rule,
  scoreOf,
  span,
} from './testing.ts'
import { UnsupportedProgram } from './unsupported.ts'
import { watchModel } from './watch.ts'

/** A model that gives every lead as many points. */
const modelGiving = (value: number) => {
  const always = rule(`add ${value}`, { cases: [points(value)] })
  const revision = String(value).padStart(12, '0')
  return { program: program({ language: '0.1', scores: [scoreOf([always])], revision }), compiler: '1', docs: [] }
}
const bundleGiving = (value: number) => writeBundle(modelGiving(value))
const pointsOf = (model: ReturnType<typeof loadModel>) => model.score({}, { now: NOW }).scores.total

describe('loading a model', () => {
  it('takes text and data', () => {
    for (const bundle of [bundleGiving(7), JSON.parse(bundleGiving(7))]) expect(pointsOf(loadModel(bundle))).toBe(7)
  })

  it('does not see what becomes of the data afterwards', () => {
    const data = JSON.parse(bundleGiving(7))
    const model = loadModel(data)
    data.content.nodes.length = 0
    expect(pointsOf(model)).toBe(7)
  })

  it('asks for a signature where there is a key', async () => {
    const { privateKey, publicKey } = await generateKeys()
    expect(pointsOf(await loadSignedModel(await writeSignedBundle(modelGiving(3), privateKey), { publicKey }))).toBe(3)
    await expect(loadSignedModel(bundleGiving(3), { publicKey })).rejects.toThrow(BundleError)
  })
})

describe('the first lead is scored in another way than those after it', () => {
  const line = { text: 'x', when: condition('x', constant(false)), span }
  const parts = {
    attributes: [declared('size', number)],
    events: [{ name: 'page', properties: [] }],
    scores: [scoreOf([onEach(events(0), 1)])],
    stages: [{ name: 'MQL', lines: [line] }],
  }
  const lasting = { ...parts, stages: [{ name: 'MQL', lines: [{ ...line, until: constant(3) }] }] }
  const visits = (count: number) => Array.from({ length: count }, () => ({ type: 'page', at: new Date(NOW) }))
  const loaded = (rest: Parameters<typeof program>[0]) =>
    loadModel(writeBundle({ program: program({ language: '0.1', ...rest }), compiler: '', docs: [] }))

  it.each([
    ['no data', parts, {}],
    ['data that does not fit', parts, { size: 'large' }],
    ['a few events', parts, { events: visits(3) }],
    ['many events', parts, { events: visits(1000) }],
    ['lines that last', lasting, { events: visits(3) }],
  ])('with the same result: %s', (_, rest, lead) => {
    const model = loaded(rest)
    const expected = evaluate(model.program, readLead(model.program, lead), NOW)
    for (let turn = 0; turn < 3; turn++) expect(model.score(lead, { now: NOW })).toEqual(expected)
    const { rules, ...result } = model.contributions(lead, { now: NOW })
    expect(result).toEqual(expected)
    expect(rules.map(one => one.points)).toEqual(expected.scores.total === 0 ? [] : [expected.scores.total])
  })

  it('with the same errors', () => {
    const model = loaded(parts)
    for (let turn = 0; turn < 3; turn++) {
      expect(() => model.score({ size: 'large' }, { now: NOW, strict: true })).toThrow(LeadRefused)
      expect(() => model.score({}, { now: Number.NaN })).toThrow(RangeError)
    }
    expect(() => loaded({ ...parts, unsupported: [{ what: 'x', span }] })).toThrow(UnsupportedProgram)
  })
})

describe('watching a model', () => {
  it('takes a new one, keeps the same one, and keeps the last good one', async () => {
    let bundle = bundleGiving(1)
    const reasons: string[] = []
    const watched = await watchModel(() => bundle, { onRefused: reason => reasons.push(reason.message) })
    const first = watched.model
    expect(await watched.reload()).toBe('same')
    expect(watched.model).toBe(first)
    bundle = bundleGiving(2)
    expect(await watched.reload()).toBe('new')
    expect(pointsOf(watched.model)).toBe(2)
    bundle = bundle.slice(0, 99)
    expect(await watched.reload()).toBe('refused')
    expect(pointsOf(watched.model)).toBe(2)
    expect(watched.refused?.message).toContain('cut short')
    expect(reasons).toEqual([watched.refused?.message])
    bundle = bundleGiving(3)
    expect(await watched.reload()).toBe('new')
    expect(watched.refused).toBeUndefined()
    expect(pointsOf(first)).toBe(1)
  })

  it('says why its source failed', async () => {
    let source = async () => bundleGiving(1)
    const watched = await watchModel(() => source())
    source = () => Promise.reject(new Error('offline'))
    expect(await watched.reload()).toBe('refused')
    expect(watched.refused?.message).toBe('offline')
    await expect(watchModel(source)).rejects.toThrow('offline')
  })

  it('never goes back to an older one, however long that took to arrive', async () => {
    const waiting: ((bundle: string) => void)[] = []
    let source: () => string | Promise<string> = () => bundleGiving(1)
    const watched = await watchModel(() => source())
    source = () => new Promise(resolve => waiting.push(resolve))
    const [older, newer] = [watched.reload(), watched.reload()]
    await Promise.resolve()
    waiting[1]?.(bundleGiving(3))
    expect(await newer).toBe('new')
    waiting[0]?.(bundleGiving(2))
    expect(await older).toBe('late')
    expect(pointsOf(watched.model)).toBe(3)
  })

  it('takes only what is signed, where there is a key', async () => {
    const { privateKey, publicKey } = await generateKeys()
    let bundle = await writeSignedBundle(modelGiving(1), privateKey)
    const watched = await watchModel(() => bundle, { publicKey })
    bundle = bundleGiving(2)
    expect(await watched.reload()).toBe('refused')
    expect(pointsOf(watched.model)).toBe(1)
  })
})
