/** A test with the lead, the events and the instant of another, that expects nothing which the other does not. */
import { type Diagnostic, type Lowered, positionAt, proofs, report } from '@merit-lang/language'
import type { FindingCheck } from './finding.ts'

type TestCase = Lowered['tests'][number]

export const findRepeatedTests: FindingCheck = function* ({ lowered }) {
  const seen = new Map<string, TestCase[]>()
  for (const test of lowered.tests) {
    const given = JSON.stringify([test.now, test.data, test.meantUnknown])
    const others = seen.get(given) ?? []
    seen.set(given, [...others, test])
    yield repetition(test, others)
  }
}

function repetition(test: TestCase, others: readonly TestCase[]): Diagnostic | undefined {
  const expected = expectationsOf(test)
  const other = others.find(one => expected.every(text => expectationsOf(one).includes(text)))
  if (!other) return undefined
  const { line } = positionAt(other.span.source, other.span.start)
  const related = [{ span: other.span, message: 'The other test is here.' }]
  return report(proofs.testRepeats, test.span, { other: other.name, line }, related)
}

function expectationsOf({ expectations }: TestCase): readonly string[] {
  return expectations.map(({ text }) => text)
}
