import { type CancellationToken, ExecuteCommandRequest, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { coverageOf } from '../../service/evaluate/coverage.ts'
import type { Run, TestEnd } from '../../service/evaluate/tests.ts'
import { testsIn } from '../../service/evaluate/tests.ts'
import type * as protocol from '../../service/protocol.ts'
import { breathing, evaluationsOf, request } from '../evaluating.ts'
import { answer, type Context, type Feature } from '../feature.ts'

const commands = ['merit.runTest', 'merit.runAllTests'] as const satisfies readonly (keyof protocol.Commands)[]

/** Which tests there are, how they end, and what they reach. */
export const tests: Feature = {
  capabilities: () => ({ executeCommandProvider: { commands: [...commands] } }),
  answers: [
    request('merit/tests', ({ uri }, { workspace, pathOf, range }) =>
      testsIn(workspace, pathOf(uri)).map(({ id, name, span }) => ({ id, name, range: range(span) })),
    ),
    request('merit/runTests', run),
    request('merit/coverage', async ({ uri, tests: ids }, context, token) => {
      const project = context.project(uri)
      if (!project) return null
      const { problem, statements } = await coverageOf(
        project,
        context.pathOf(uri),
        ids,
        breathing(context, project, token),
      )
      return { problem, files: filesOf(statements, context) }
    }),
    answer(ExecuteCommandRequest.type, ({ command, arguments: args }, context, token) => {
      if (!commands.some(one => one === command))
        throw new ResponseError(LSPErrorCodes.RequestFailed, `This server has no command ${command}.`)
      return run(args?.[0] as protocol.TestsParams, context, token)
    }),
  ],
}

/** Lenses tell the outcome, too. */
async function run(
  { uri, tests: ids }: protocol.TestsParams,
  context: Context,
  token: CancellationToken,
): Promise<protocol.TestRun | null> {
  const project = context.project(uri)
  if (!project) return null
  const ended: Run = await evaluationsOf(context).run(
    project,
    context.pathOf(uri),
    ids,
    breathing(context, project, token),
  )
  context.refresh()
  return { problem: ended.problem, outcomes: ended.ends.map(end => outcome(end, context)) }
}

function outcome({ id, name, span, passed, failures }: TestEnd, { range, location }: Context): protocol.TestOutcome {
  return {
    id,
    name,
    range: range(span),
    passed,
    failures: failures.map(({ text, span: at, breakdown, ...rest }) => ({
      location: location(at),
      text,
      at: rest.at,
      expected: rest.expected,
      actual: rest.actual,
      ...(breakdown !== '' && { breakdown }),
    })),
  }
}

type Statements = Awaited<ReturnType<typeof coverageOf>>['statements']

function filesOf(statements: Statements, { range, uriOf }: Context): readonly protocol.FileCoverage[] {
  const paths = [...new Set(statements.map(({ span }) => span.source.path))]
  return paths.map(path => ({
    uri: uriOf(path),
    statements: statements
      .filter(({ span }) => span.source.path === path)
      .map(({ name, span, matched, goals }) => ({
        name,
        range: range(span),
        matched,
        goals: goals.map(({ kind, text, span: at, outcomes }) => ({
          kind,
          text,
          range: range(at),
          outcomes: outcomes.map(({ outcome, seen, witness }) => ({
            outcome,
            seen,
            ...(witness && { example: witness.words }),
          })),
        })),
      })),
  }))
}
