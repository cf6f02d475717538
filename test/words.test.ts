/**
 * A word is defined once. Its example is executed; and a word that only this test knows reaches everything that knows words,
 * by being in the list.
 */
import {
  completionsOf,
  type DecayShape,
  format,
  keywords,
  standardVocabulary,
  type TextOperator,
  type TypeWord,
  type Vocabulary,
  type Word,
} from '@merit-lang/language'
import { explain, readLead } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import { referencePages, totalOf } from '../docs/reference.ts'
import { generateGrammar } from '../grammar/generate.ts'
import { choose, constant, less } from '../packages/language/src/words/kernel.ts'
import { checkText, compile, findings, score, sourceOf } from './pipeline.ts'

const families = Object.entries(standardVocabulary) as [keyof Vocabulary, readonly Word[]][]

describe.each(families)('the %s', (_, words) => {
  it.each(words.map(word => [word.name, word] as const))('%s: its example gives its total', (_, word) => {
    expect(totalOf(standardVocabulary, word)).toBe(word.example.total)
  })

  it('are all documented, in sentences, each under a name of its own', () => {
    expect(words.length).toBeGreaterThan(0)
    expect(new Set(words.map(word => word.name)).size).toBe(words.length)
    for (const word of words) expect(word.doc).toMatch(/^[\p{Lu}`0-9][\s\S]*[.]$/u)
  })
})

// ---------------------------------------------------------------- words of one's own

const cliff: DecayShape = {
  name: 'decay cliff',
  form: 'decay cliff over <duration>',
  doc: 'All of the points until this age, none from then on.',
  phrase: ['cliff', 'over', '<duration>'],
  lower: ([end = 0], amount, age) => choose([[less(age, constant(end)), amount]], constant(0)),
  describe: ([end]) => `all until ${end}, then nothing`,
  example: {
    model: 'on visit add 7 decay cliff over 10d',
    lead: { events: [{ type: 'visit', at: '2026-05-30T00:00:00Z' }] },
    total: 7,
  },
}

const mentions: TextOperator = {
  name: 'mentions',
  form: '<text> mentions <text>',
  doc: 'The text has it somewhere.',
  phrase: ['mentions'],
  anyPhrase: ['mentions', 'any', 'of'],
  operand: 'text',
  lower: (left, right) => ({ op: 'contains', left, right }),
  example: { model: 'when title mentions any of ["vp", "chief"] add 5', lead: { title: 'Chief of Staff' }, total: 5 },
}

const percentage: TypeWord = {
  name: 'percentage',
  form: '<name>: percentage',
  doc: 'A number from 0 to 100.',
  type: { kind: 'number', integer: false, range: { low: 0, high: 100 } },
  example: { model: 'lead { fit: percentage }\nwhen fit is unknown add 3', lead: { fit: 101 }, total: 3 },
}

const own: Vocabulary = {
  ...standardVocabulary,
  decayShapes: [...standardVocabulary.decayShapes, cliff],
  textOperators: [...standardVocabulary.textOperators, mentions],
  types: [...standardVocabulary.types, percentage],
}

const text = 'when title mentions "vp" add 5\non visit add 7 decay cliff over 10d\n'
const lead = { title: 'VP Sales', events: [{ type: 'visit', at: '2026-05-21T00:00:00Z' }] }
const now = Date.parse('2026-05-31T00:00:00Z')

describe('a decay shape, a text operator and a type of one’s own', () => {
  it('are unknown to the standard vocabulary, which says so twice', () => {
    expect(checkText(text).diagnostics.filter(one => one.severity === 'error')).toHaveLength(2)
  })

  it('reach the checker', () => {
    expect(findings(checkText(text, { vocabulary: own }))).toBe('')
  })

  it('reach the suggestions of the checker', () => {
    const said = findings(checkText('when title mentons "vp" add 5', { vocabulary: own }))
    expect(said).toContain('`mentions`')
    expect(findings(checkText('on visit add 7 decay clif over 10d', { vocabulary: own }))).toContain('decay cliff over')
  })

  it('reach the evaluator', () => {
    const program = compile(text, { vocabulary: own })
    expect(score(program, lead, now - 1).scores.total).toBe(12)
    expect(score(program, lead, now).scores.total).toBe(5)
    expect(totalOf(own, cliff)).toBe(cliff.example.total)
    expect(totalOf(own, mentions)).toBe(mentions.example.total)
    expect(totalOf(own, percentage)).toBe(percentage.example.total)
  })

  it('reach explain', () => {
    const program = compile(text, { vocabulary: own })
    const told = JSON.stringify(explain(program, readLead(program, lead), now).explained)
    expect(told).toContain('title mentions \\"vp\\"')
    expect(told).toContain('cliff over 10d')
  })

  it('reach the formatter', () => {
    const formatted = format(sourceOf(text.replaceAll(' ', '   ')))
    expect(formatted).toEqual({ text })
  })

  it('reach the completion data', () => {
    const labels = completionsOf(own).map(one => one.label)
    expect(labels).toEqual(expect.arrayContaining(['mentions', 'mentions any of', 'decay cliff over']))
  })

  it('reach the reference', () => {
    const pages = referencePages(own, keywords)
    expect(pages.find(page => page.path === 'reference/decay.md')?.text).toContain('## decay cliff')
    expect(pages.find(page => page.path === 'reference/text.md')?.text).toContain('## mentions')
  })

  it('reach highlighting', () => {
    const grammar = generateGrammar(own)['merit.tmLanguage.json']
    expect(grammar).toContain('cliff')
    expect(grammar).toContain('mentions')
  })
})
