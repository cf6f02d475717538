/** What tests and promises show, as findings: whatever did not pass. */
import type { PromiseVerdict } from '@merit-lang/analysis'
import { type Failure, proofs } from '@merit-lang/language'
import { type Finding, type Findings, findingOf, placeIn, plainFinding, unreadFinding } from '../findings/finding.ts'
import { counted } from '../numbers.ts'
import { countTests, factsOf, failedTests, type ShownPromise, type TestedFile } from './run.ts'

/** @param paths of all models, also of those without tests */
export function findingsOfTests(
  paths: readonly string[],
  files: readonly TestedFile[],
  unread: readonly string[],
): Findings {
  const findings = [...unread.map(unreadFinding), ...files.flatMap(findingsIn)]
  const facts = factsOf(countTests(files)).map(({ text }) => text)
  return { command: 'test', files: paths, findings, summary: `${facts.join(', ')} in ${counted(files.length, 'file')}` }
}

function findingsIn(file: TestedFile): readonly Finding[] {
  return [
    ...file.errors.map(findingOf),
    ...failedTests(file).flatMap(({ outcome: { name, failures } }) => failures.map(one => ofFailure(name, one))),
    ...file.promises.flatMap(ofPromise),
  ]
}

/** A test may expect the same twice, at other instants. */
function ofFailure(name: string, { expected, actual, span, text, at }: Failure): Finding {
  const message = `The test "${name}" fails: expected ${expected}, but ${actual}.`
  const subject = JSON.stringify([name, text, at])
  return plainFinding({ name: 'failed-test', severity: 'error', message, ...placeIn(span), subject })
}

function ofPromise({ promise, verdict, lead = '' }: ShownPromise): readonly Finding[] {
  const { path, ...start } = promise.span
  const about = { path, start, subject: promise.text }
  const told = {
    proved: () => [],
    broken: () => [{ ...proofs.brokenPromise, message: proofs.brokenPromise.message({ promise: promise.text, lead }) }],
    undecided: ({ why }) => [
      {
        ...proofs.undecidedPromise,
        message: proofs.undecidedPromise.message({ promise: promise.text, because: why }),
      },
    ],
  } satisfies { [K in PromiseVerdict['kind']]: (verdict: Extract<PromiseVerdict, { kind: K }>) => readonly Said[] }
  const said = (told[verdict.kind] as (verdict: PromiseVerdict) => readonly Said[])(verdict)
  return said.map(({ name, severity, message }) => plainFinding({ name, severity, message, ...about }))
}

type Said = Pick<Finding, 'name' | 'severity' | 'message'>
