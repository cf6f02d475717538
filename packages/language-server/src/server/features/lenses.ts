import { type CodeLens, CodeLensRequest, type Command } from 'vscode-languageserver'
import { sampleSettingsOf } from '../../service/evaluate/evaluations.ts'
import { type Known, type Lens, lensesIn } from '../../service/lenses.ts'
import type { ClientCommands, Commands, Experimental } from '../../service/protocol.ts'
import { dataExtensions } from '../../service/samples/find.ts'
import { breathing, evaluationsOf, PATIENCE, passed } from '../evaluating.ts'
import { answer, type Context, type Feature } from '../feature.ts'
import { none, SampleFindings } from '../sample-findings.ts'

export const lenses: Feature = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),
  answers: [
    answer(CodeLensRequest.type, async ({ textDocument: { uri } }, context, token) => {
      const { workspace } = context
      const project = workspace.settings.lenses ? context.project(uri) : undefined
      if (!project) return []
      const path = context.pathOf(uri)
      const settings = sampleSettingsOf(workspace, project.path)
      const work = evaluationsOf(context).known(project, path, settings, breathing(context, project, token))
      const shown = work.then(known => {
        context.kept(newFindings).take(project.path, known.samples?.problems ?? none, context)
        return known
      })
      const known = await patiently(shown, context)
      return lensesIn(workspace, project, path, known).flatMap(lens => codeLens(lens, uri, context) ?? [])
    }),
  ],
  watched: {
    globs: [
      `**/*.{${dataExtensions.filter(extension => extension !== 'json').join(',')}}`,
      '**/{,*.}{leads,events}.json',
      '**/samples/*.json',
    ],
    changed: (_, context) => {
      evaluationsOf(context).filesChanged()
      context.refresh()
    },
  },
}

const newFindings = () => new SampleFindings()

/** A client that can be told to ask again need not wait. */
async function patiently(work: Promise<Known>, context: Context): Promise<Known> {
  if (!context.client.workspace?.codeLens?.refreshSupport) return work
  const first = await Promise.race([work, passed(PATIENCE)])
  if (first) return first
  // What is cut short by an edit is asked for anew after it.
  work.then(
    () => context.refresh(),
    () => {},
  )
  return { ends: new Map() }
}

const commands = {
  'run test': { command: 'merit.runTest' },
  'run all tests': { command: 'merit.runAllTests' },
  'open preview': { command: 'merit.openPreview' },
} satisfies { [D in NonNullable<Lens['does']>]: { readonly command: keyof Commands | keyof ClientCommands } }

/** A lens that only says something has a command without a name. Nothing for what the client cannot do. */
function codeLens({ span, title, does, test }: Lens, uri: string, context: Context): CodeLens | undefined {
  if (does === 'open preview' && !opensPreviews(context)) return undefined
  const command: Command = does
    ? { title, ...commands[does], arguments: [does === 'run test' ? { uri, tests: [test] } : { uri }] }
    : { title, command: '' }
  return { range: context.range({ ...span, end: span.start }), command }
}

function opensPreviews({ client }: Context): boolean {
  const experimental = client.experimental as Experimental | undefined
  return experimental?.merit?.commands?.includes('merit.openPreview') ?? false
}
