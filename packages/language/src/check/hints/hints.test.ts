import { describe, expect, it } from 'vitest'
import { fixesOf } from '../../diagnostics/catalogue.ts'
import type { AnyDiagnosticRecord, Example } from '../../diagnostics/diagnostic.ts'
import { hintDiagnostics } from '../../diagnostics/hints/index.ts'
import type { SourceText } from '../../syntax/source.ts'
import { check } from '../check.ts'
import { hints } from './index.ts'

function diagnosticsOf(example: Example) {
  const files = typeof example === 'string' ? { 'model.merit': example } : example
  const sources = new Map(Object.entries(files).map(([path, text]): [string, SourceText] => [path, { path, text }]))
  return check(sources.get('model.merit') as SourceText, { read: path => sources.get(path) }).diagnostics
}

const namesOf = (example: Example) => diagnosticsOf(example).map(({ name }) => name)

describe.each(hintDiagnostics.map((record): [string, AnyDiagnosticRecord] => [record.name, record]))(
  '%s',
  (name, { bad, good }) => {
    it('is given for its bad example, which has no error', () => {
      const found = diagnosticsOf(bad)
      expect(found.map(diagnostic => diagnostic.name)).toContain(name)
      expect(found.filter(({ severity }) => severity === 'error')).toEqual([])
    })

    it('leaves its good example alone', () => {
      expect(namesOf(good)).toEqual([])
    })

    it('is gone after each of its fixes, which leave a model without errors', () => {
      if (typeof bad !== 'string') return
      const found = diagnosticsOf(bad).find(diagnostic => diagnostic.name === name)
      for (const fix of found ? fixesOf(found) : []) {
        const after = fix.edits.reduceRight(
          (text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end),
          bad,
        )
        const left = diagnosticsOf(after)
        expect(
          left.filter(({ severity, name: other }) => severity === 'error' || other === name),
          after,
        ).toEqual([])
      }
    })
  },
)

describe('no hint', () => {
  const country = 'lead { country: one of [DE, US] }\n'
  const quiet: Record<string, string> = {
    'where a required attribute is tested negatively':
      'lead { country: one of [DE, US] required }\nwhen country != DE add 5',
    'where the condition says that unknown is meant': `${country}when country is unknown or country != DE add 5`,
    'where a test in a test block is negative':
      'lead { country: one of [DE, US] }\nwhen country = DE add 5\ntest "x" {\n  lead { country: US }\n  expect country != DE\n}',
    'where a declared date is used as an event and asked for its age':
      'lead { signup: date }\non signup add 5\nwhen signup within 7d add 5',
    'where a declared value or attribute is called default':
      'lead { plan: one of [pro, rest], default: boolean }\npoints by plan { pro: 10  rest: 2 }\npoints first { plan = pro: 10  default: 2 }',
    'where a text written in the model is looked for in an attribute': 'lead { title: text }\nwhen title = "CTO" add 5',
    'where a boolean is negated': 'lead { customer: boolean }\nwhen not customer add 5',
    'where a negative else stands beside a case for unknown': `${country}points by country { DE: 5  unknown: 0  else: -5 }`,
    'where a count, never unknown, takes a negative else': 'points by count of visit { >= 5: 10  else: -5 }',
    'where a penalty in a block with a default decay is no event':
      'score heat { default decay 30d  on visit add 5  when no visit within 60d subtract 20 }',
    'where the block that resets asks whether it happened':
      'score heat { on visit add 5  on unsubscribe reset  when any unsubscribe subtract 5 }',
    'where bands of whole numbers follow each other':
      'lead { employees: integer 0.. }\npoints by employees { 0..49: 5  50..: 10 }',
    'where a longer text is looked for': 'when title contains "Director" add 5',
    'where a list holds the short text': 'lead { tags: list of text }\nwhen tags contains "cto" add 5',
    'where a file declares lists for others only': 'list rivals = ["rival.com"]',
    'where a let is used by another that is used': 'let a = 5\nlet b = a * 2\nwhen customer add b',
    'where two rules with opposite points differ in a modifier':
      'on visit add 5 within 30d\non visit subtract 5 older than 90d',
    'where a cap is below what the events can reach': 'on visit add 5 at most 10 times cap 20',
    'where a rule counts any number of events': 'on visit add 5 cap 100',
    'where a test expects what always holds':
      'score fit cap 50 { when customer add 50 }\ntest "x" {\n  lead { customer: true }\n  expect fit >= 50\n}',
    'where only some rules have a weight': 'score fit { when a add 10 weight 50%  when b add 10 }',
    'where words other than and stand between equal conditions':
      'when country = DE and customer or country = DE and partner add 5',
  }

  it.each(Object.entries(quiet))('%s', (_, model) => {
    expect(namesOf(model)).toEqual([])
  })
})

it('names each hint once, in a record that is a hint or a warning', () => {
  expect(new Set(hintDiagnostics.map(({ name }) => name)).size).toBe(hintDiagnostics.length)
  expect(hintDiagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(new Set(hints).size).toBe(hints.length)
})
