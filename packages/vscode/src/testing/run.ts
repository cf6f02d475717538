/** Runs tests and says how they ended. */
import type { TestFailure, TestOutcome } from '@merit-lang/language-server'
import { type CancellationToken, type TestItem, TestMessage, type TestRun } from 'vscode'
import { locationOf } from '../places.ts'
import type { Server } from '../server.ts'
import { type Chosen, idsOf } from './chosen.ts'
import { pageOf } from './failure.ts'

export async function runFiles(
  server: Server,
  run: TestRun,
  files: readonly Chosen[],
  token: CancellationToken,
): Promise<void> {
  for (const { items } of files) for (const item of items) run.enqueued(item)
  for (const file of files) {
    if (token.isCancellationRequested) for (const item of file.items) run.skipped(item)
    else await runFile(server, run, file, token)
  }
}

async function runFile(server: Server, run: TestRun, file: Chosen, token: CancellationToken): Promise<void> {
  for (const item of file.items) run.started(item)
  try {
    const answer = await server.request('merit/runTests', { uri: file.uri, tests: idsOf(file) }, token)
    const problem = answer ? answer.problem : 'The language server does not know this file.'
    if (problem) fail(run, file, problem)
    else report(run, file, answer?.outcomes ?? [])
  } catch (error) {
    fail(run, file, error instanceof Error ? error.message : String(error))
  }
}

function fail(run: TestRun, { items }: Chosen, problem: string): void {
  for (const item of items) run.errored(item, new TestMessage(problem))
}

function report(run: TestRun, { items }: Chosen, outcomes: readonly TestOutcome[]): void {
  const ended = new Map(outcomes.map(outcome => [outcome.id, outcome]))
  for (const item of items) reportOne(run, item, ended.get(item.id))
}

function reportOne(run: TestRun, item: TestItem, outcome: TestOutcome | undefined): void {
  if (!outcome) {
    run.skipped(item)
    return
  }
  run.appendOutput(`${outcome.passed ? '✓' : '✗'} ${outcome.name}\r\n`, undefined, item)
  for (const { text, actual } of outcome.failures) run.appendOutput(`    ${text}: ${actual}\r\n`, undefined, item)
  if (outcome.passed) run.passed(item)
  else run.failed(item, outcome.failures.map(messageOf))
}

/** Without expectation and outcome as texts to be compared: the editor would show these in place of the page. */
function messageOf(failure: TestFailure): TestMessage {
  const message = new TestMessage(pageOf(failure))
  message.location = locationOf(failure.location)
  return message
}
