/** How features evaluate: in slices between which the server answers others, on texts that nobody has changed meanwhile. */
import { type CancellationToken, LSPErrorCodes, RequestType, ResponseError } from 'vscode-languageserver'
import type { Breathe } from '../service/evaluate/breathe.ts'
import { type Disk, Evaluations, type Samples, sampleSettingsOf, scorable } from '../service/evaluate/evaluations.ts'
import { scoreAt, spreadText } from '../service/evaluate/hover.ts'
import { instantText } from '../service/evaluate/instants.ts'
import { filesOf } from '../service/evaluate/runnable.ts'
import { problemText } from '../service/lenses.ts'
import type * as protocol from '../service/protocol.ts'
import type { Place, Project } from '../service/workspace.ts'
import { type Answer, answer, type Context } from './feature.ts'
import { turn } from './turn.ts'

/** An answer to a request that the protocol does not know. */
export function request<M extends keyof protocol.Requests>(
  method: M,
  give: (
    params: protocol.Requests[M]['params'],
    context: Context,
    token: CancellationToken,
  ) => protocol.Requests[M]['result'] | Promise<protocol.Requests[M]['result']>,
): Answer {
  return answer(new RequestType<protocol.Requests[M]['params'], protocol.Requests[M]['result'], void>(method), give)
}

/** What was evaluated for this client. */
export const evaluationsOf = (context: Context): Evaluations => context.kept(newEvaluations)

const newEvaluations = (context: Context) => new Evaluations(diskOf(context))

function diskOf({ host, uriOf, pathOf }: Context): Disk {
  return {
    list: async folder => (await host.list(uriOf(folder))).map(pathOf),
    read: (path, limit) => host.read(uriOf(path), limit),
    clock: () => Date.now(),
  }
}

/** How long others may have to wait, in milliseconds. */
const SLICE = 8

/** Throws where the request is cancelled, or a text of the model has changed since. */
export function breathing(context: Context, project: Project, token: CancellationToken): Breathe {
  const paths = filesOf(project)
  const versions = () => paths.map(path => context.versionOf(path)).join()
  const before = versions()
  let since = performance.now()
  const pause = async () => {
    await turn()
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.')
    if (versions() !== before) throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed.')
    since = performance.now()
  }
  return () => (performance.now() - since < SLICE ? undefined : pause())
}

export async function samplesFor(
  context: Context,
  project: Project,
  token: CancellationToken,
): Promise<Samples | undefined> {
  const settings = sampleSettingsOf(context.workspace, project.path)
  return evaluationsOf(context).samplesOf(project, settings, breathing(context, project, token))
}

export function samplesAnswer(samples: Samples | undefined, { uriOf }: Context): protocol.Samples | null {
  if (!samples) return null
  const { path, leads, cut, problems, now, standIns } = samples
  return {
    uri: uriOf(path),
    name: path.slice(path.lastIndexOf('/') + 1),
    count: leads.length,
    cut,
    now: instantText(now),
    problem: problemText(problems),
    line: problems[0]?.line,
    standIns,
  }
}

/** What the samples say of the score at a place, in Markdown. Nothing where it takes longer than anybody waits for a hover. */
export function spreadAt(place: Place, context: Context, token: CancellationToken): Promise<string | undefined> {
  const work = spreadTextAt(place, context, token).catch(() => undefined)
  return Promise.race([work, passed(PATIENCE)])
}

async function spreadTextAt(place: Place, context: Context, token: CancellationToken): Promise<string | undefined> {
  const { project } = place
  const program = scorable(project)
  if (!program || scoreAt(place) === undefined) return undefined
  const samples = await samplesFor(context, project, token)
  if (!samples) return undefined
  const breathe = breathing(context, project, token)
  const spread = await evaluationsOf(context).spreadOf(project, program, samples, samples.now, breathe)
  return spreadText(place, program, samples, spread)
}

/** So long answers wait for what the samples come to, in milliseconds. */
export const PATIENCE = 200

/** After so many milliseconds. */
export const passed = (milliseconds: number) =>
  new Promise<undefined>(resolve => setTimeout(resolve, milliseconds, undefined))
