/** What is worked out of samples and tests, kept as long as it is true: models are edited more often than their meaning changes. */
import { type Program, parseInstant } from '@merit-lang/runtime'
import type { LeadColumns } from '@merit-lang/runtime/batch'
import type { Known } from '../lenses.ts'
import { findSamples, nameOf } from '../samples/find.ts'
import { LONGEST_SAMPLES, readSamples, type SampleLeads, type SampleProblem, type SampleText } from '../samples/read.ts'
import type { Project, Settings, Workspace } from '../workspace.ts'
import type { Breathe } from './breathe.ts'
import { newestEvent, readColumns, type Spread, spreadOf } from './spread.ts'
import { dependenciesOf, type Run, runTests, type TestEnd } from './tests.ts'

/** What is asked of the machine. Paths are those of models. */
export interface Disk {
  list(folder: string): Promise<readonly string[]>
  read(path: string, limit: number): Promise<{ readonly text: string; readonly cut: boolean } | undefined>
  /** Milliseconds since 1970 UTC. */
  clock(): number
}

export interface SampleSettings extends Partial<Pick<Settings, 'samples' | 'now'>> {
  /** By the configuration. */
  readonly listed?: readonly string[]
}

/** Of the model at a path. */
export function sampleSettingsOf({ settings: { samples, now }, configOf }: Workspace, path: string): SampleSettings {
  return { samples, now, listed: configOf(path).samples }
}

export interface Samples extends SampleLeads {
  readonly path: string
  /** The instant for which they are scored: what the settings say, else that of their newest event, else when they were read. */
  readonly now: number
  /** The leads as scoring reads them. */
  readonly columns: readonly LeadColumns[]
  /** They are the leads of the model's own tests, which stand in where there are no samples. */
  readonly standIns?: true
}

interface KeptSamples {
  readonly key: string
  readonly samples: Samples | undefined
}

interface KeptSpreads {
  readonly revision: string
  readonly samples: Samples
  readonly spreads: Map<number, Spread>
}

interface KeptEnd {
  readonly key: string | undefined
  readonly end: TestEnd
}

/** Spreads of one model for several instants, as a slider asks for them. */
const MOST_SPREADS = 16

export class Evaluations {
  private readonly disk: Disk
  private readonly samples = new Map<string, KeptSamples>()
  private readonly spreads = new Map<string, KeptSpreads>()
  private readonly ends = new Map<string, Map<string, KeptEnd>>()
  /** Counts changes of files: what was read before one is not kept after it. */
  private changes = 0

  constructor(disk: Disk) {
    this.disk = disk
  }

  /** A data file appeared, changed or went. Which samples a model has may depend on any. */
  filesChanged(): void {
    this.samples.clear()
    this.changes++
  }

  /** Those that the setting names or that lie beside the model. Nothing where there are none, or the model has errors. */
  async samplesOf(project: Project, settings: SampleSettings, breathe: Breathe): Promise<Samples | undefined> {
    const program = project.lowered()?.program
    if (!program) return this.samples.get(project.path)?.samples
    const { attributes, events, zone } = program
    const key = JSON.stringify([settings.samples, settings.listed, settings.now, attributes, events, zone.name])
    const kept = this.samples.get(project.path)
    if (kept?.key === key) return kept.samples
    const { changes } = this
    const samples = await this.read(project.path, settings, program, breathe)
    if (this.changes === changes) this.samples.set(project.path, { key, samples })
    return samples
  }

  /** The program must have nothing unsupported. */
  async spreadOf(project: Project, program: Program, samples: Samples, now: number, breathe: Breathe): Promise<Spread> {
    const kept = this.keptSpreads(project.path, program, samples)
    const known = kept.spreads.get(now)
    if (known) return known
    const spread = await spreadOf(program, samples.columns, now, breathe)
    if (kept.spreads.size >= MOST_SPREADS) kept.spreads.clear()
    kept.spreads.set(now, spread)
    return spread
  }

  /** Runs tests and keeps how they end. */
  async run(project: Project, path: string, ids: readonly string[] | undefined, breathe: Breathe): Promise<Run> {
    const run = await runTests(project, path, ids, breathe)
    const ends = this.ends.get(path) ?? new Map<string, KeptEnd>()
    const keys = dependenciesOf(project)
    for (const end of run.ends) ends.set(end.id, { key: keys.get(end.id), end })
    this.ends.set(path, ends)
    return run
  }

  /** Everything that lenses tell. Tests that were run once are run again where what they ended with is no longer true. */
  async known(project: Project, path: string, settings: SampleSettings, breathe: Breathe): Promise<Known> {
    const ends = await this.endsNow(project, path, breathe)
    const samples = await this.samplesOf(project, settings, breathe)
    if (!samples) return { ends }
    const program = scorable(project)
    const spread = program && (await this.spreadOf(project, program, samples, samples.now, breathe))
    return { ends, samples: { ...samples, spread } }
  }

  private async endsNow(project: Project, path: string, breathe: Breathe): Promise<ReadonlyMap<string, TestEnd>> {
    const kept = this.ends.get(path)
    if (!kept || project.path !== path || !project.lowered()) return new Map()
    const tests = dependenciesOf(project)
    const stale = [...kept].filter(([id, { key }]) => tests.has(id) && tests.get(id) !== key).map(([id]) => id)
    if (stale.length > 0) await this.run(project, path, stale, breathe)
    return new Map([...kept].flatMap(([id, { end }]) => (tests.has(id) ? [[id, end]] : [])))
  }

  private keptSpreads(path: string, { revision }: Program, samples: Samples): KeptSpreads {
    const kept = this.spreads.get(path)
    if (kept?.revision === revision && kept.samples === samples) return kept
    const fresh = { revision, samples, spreads: new Map<number, Spread>() }
    this.spreads.set(path, fresh)
    return fresh
  }

  private async read(
    model: string,
    { samples, listed, now }: SampleSettings,
    program: Program,
    breathe: Breathe,
  ): Promise<Samples | undefined> {
    const files = await findSamples(model, { named: samples, listed }, folder => this.disk.list(folder))
    if (!files) return undefined
    const asked = instantOf(now, program)
    const read = this.disk.clock()
    const leads = await this.text(files.leads)
    if ('message' in leads)
      return { path: files.leads, leads: [], cut: false, problems: [leads], now: asked.at ?? read, columns: [] }
    const events = files.events === undefined ? undefined : await this.text(files.events)
    const unread = events && 'message' in events ? [events] : []
    const found = await readSamples(leads, events && 'text' in events ? events : undefined, program, breathe)
    const columns = await readColumns(
      program,
      found.leads.map(({ data }) => data),
      breathe,
    )
    const misread = asked.problem === undefined ? [] : [{ path: files.leads, message: asked.problem }]
    const problems = [...misread, ...unread, ...found.problems]
    return { ...found, path: files.leads, problems, columns, now: asked.at ?? newestEvent(columns) ?? read }
  }

  private async text(path: string): Promise<SampleText | SampleProblem> {
    const content = await this.disk.read(path, LONGEST_SAMPLES)
    return content
      ? { path, ...content }
      : { path, message: `${nameOf(path)} cannot be read. Is there such a file?`, unread: true }
  }
}

/** What the setting `now` says: a day is its first instant in the model's time zone, as for `merit score`. */
function instantOf(
  setting: string | undefined,
  { zone }: Program,
): { readonly at?: number; readonly problem?: string } {
  if (setting === undefined) return {}
  const parsed = parseInstant(setting, zone)
  if ('ms' in parsed) return { at: parsed.ms }
  const problem = `The setting merit.now says ${setting}: write a day (2026-06-01) or an instant (2026-06-01T09:30:00Z).`
  return { problem }
}

/** Where the model can be scored as it stands. */
export function scorable(project: Project): Program | undefined {
  const program = project.lowered()?.program
  return program && program.unsupported.length === 0 ? program : undefined
}
