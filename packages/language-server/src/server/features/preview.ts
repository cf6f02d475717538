import type { CancellationToken } from 'vscode-languageserver'
import { binsOf, middleOf, thresholdsOf } from '../../service/evaluate/distribution.ts'
import { type Samples, scorable } from '../../service/evaluate/evaluations.ts'
import { instantText, readInstant } from '../../service/evaluate/instants.ts'
import { placesOf } from '../../service/evaluate/places.ts'
import { type Preview, previewOf } from '../../service/evaluate/preview.ts'
import { notScorable, titleOf } from '../../service/evaluate/runnable.ts'
import type { Spread } from '../../service/evaluate/spread.ts'
import { standInsOf } from '../../service/evaluate/stand-ins.ts'
import type * as protocol from '../../service/protocol.ts'
import type { Project } from '../../service/workspace.ts'
import { breathing, evaluationsOf, request, samplesAnswer, samplesFor } from '../evaluating.ts'
import type { Context, Feature } from '../feature.ts'

/** How many leads are named where the client does not say. */
const USUAL_LIMIT = 200

/** One sample lead in full, and all of them together. */
export const preview: Feature = {
  capabilities: () => ({}),
  answers: [
    request('merit/preview', async ({ uri, lead = 0, now }, context, token) => {
      const project = context.project(uri)
      if (!project) return null
      const samples = (await samplesFor(context, project, token)) ?? standInsOf(project)
      const shown = { title: titleOf(project), samples: samplesAnswer(samples, context) }
      const ready = readiness(project, samples, now)
      if ('problem' in ready) return { ...shown, ...ready }
      const chosen = ready.samples.leads[lead]
      if (!chosen)
        return { ...shown, problem: `There is no sample lead ${lead + 1}: there are ${ready.samples.leads.length}.` }
      const scored = previewOf(ready.program, chosen.data, now === undefined ? (chosen.now ?? ready.now) : ready.now)
      return { ...shown, scored: scoredLead(scored, labelled(chosen.id, lead), project, context) }
    }),
    request('merit/distribution', async ({ uri, now }, context, token) => {
      const project = context.project(uri)
      if (!project) return null
      const samples = await samplesFor(context, project, token)
      const ready = readiness(project, samples, now)
      const shown = { samples: samplesAnswer(samples, context), scores: [], stages: [], grades: [] }
      if ('problem' in ready) return { ...shown, problem: ready.problem, now: now ?? instantText(samples?.now ?? 0) }
      const breathe = breathing(context, project, token)
      const spread = await evaluationsOf(context).spreadOf(project, ready.program, ready.samples, ready.now, breathe)
      return { ...shown, now: instantText(ready.now), ...distribution(project, ready.program, spread, context) }
    }),
    request('merit/leads', async ({ uri, query = '', limit = USUAL_LIMIT }, context, token) => {
      const project = context.project(uri)
      if (!project) return null
      const samples = (await samplesFor(context, project, token)) ?? standInsOf(project)
      const found = leadsFound(samples?.leads ?? [], query.toLowerCase())
      return { samples: samplesAnswer(samples, context), leads: found.slice(0, limit), found: found.length }
    }),
    request('merit/status', status),
  ],
}

function leadsFound(leads: Samples['leads'], wanted: string): readonly protocol.SampleLead[] {
  return leads.map(({ id }, index) => labelled(id, index)).filter(({ label }) => label.toLowerCase().includes(wanted))
}

const labelled = (id: string | undefined, index: number): protocol.SampleLead => ({
  index,
  label: id ?? `lead ${index + 1}`,
})

type Program = NonNullable<ReturnType<typeof scorable>>

interface Ready {
  readonly program: Program
  readonly samples: Samples
  readonly now: number
}

interface Missing {
  readonly problem: string
  readonly wantsSamples?: true
}

const NO_SAMPLES =
  'There are no sample leads: put leads.json, leads.ndjson or leads.csv beside the model, or name a file in the setting merit.samples.'

function readiness(project: Project, samples: Samples | undefined, now: string | undefined): Ready | Missing {
  const program = scorable(project)
  if (!program) return { problem: notScorable(project) ?? 'The model cannot be scored.' }
  if (!samples) return { problem: NO_SAMPLES, wantsSamples: true }
  const at = now === undefined ? samples.now : readInstant(now)
  if (at === undefined) return { problem: `${now} is not an instant: write it like 2026-06-01T09:30:00Z.` }
  if (samples.leads.length === 0) return { problem: samples.problems[0]?.message ?? 'The sample file has no leads.' }
  return { program, samples, now: at }
}

function scoredLead(
  found: Preview,
  lead: protocol.SampleLead,
  project: Project,
  context: Context,
): protocol.ScoredLead {
  const places = placesOf(project)
  const at = (path: string, line: number) => context.location(places.spanOnLine(path, line))
  const { scores, ...rest } = found
  return {
    ...rest,
    lead,
    scores: scores.map(({ path, line, steps, ...score }) => ({
      ...score,
      location: at(path, line),
      steps: steps.map(({ path, line, ...step }) => ({ ...step, location: at(path, line) })),
    })),
  }
}

function distribution(
  project: Project,
  program: Program,
  spread: Spread,
  { location }: Context,
): Pick<protocol.Distribution, 'scores' | 'stages' | 'grades'> {
  const thresholds = thresholdsOf(project, program)
  return {
    scores: program.scores.map(({ name }, i) => {
      const points = spread.scores[i] ?? new Float64Array()
      const own = thresholds.filter(({ score }) => score === i)
      return {
        name,
        ...middleOf(points),
        bins: binsOf(points),
        thresholds: own.map(({ at, label, span }) => ({ at, label, location: location(span) })),
      }
    }),
    stages: program.stages.map(({ name }, i) => ({ name, count: spread.stages[i] ?? 0 })),
    grades: program.grades.map(({ name }, i) => ({
      name,
      labels: [...(spread.grades[i] ?? [])].map(([label, count]) => ({ name: label, count })),
    })),
  }
}

async function status(
  { uri }: protocol.DocumentParams,
  context: Context,
  token: CancellationToken,
): Promise<protocol.Status | null> {
  const project = context.project(uri)
  if (!project) return null
  const { files, tests } = project.checked.understood
  const count = (severity: string) => project.checked.diagnostics.filter(one => one.severity === severity).length
  return {
    model: { uri: context.uriOf(project.path), title: titleOf(project) },
    imports: files
      .map(({ source }) => source.path)
      .filter(path => path !== project.path)
      .map(path => ({ uri: context.uriOf(path), name: path.slice(path.lastIndexOf('/') + 1) })),
    errors: count('error'),
    warnings: count('warning'),
    tests: tests.length,
    samples: samplesAnswer(await samplesFor(context, project, token), context),
  }
}
