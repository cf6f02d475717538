/** `merit check PATHS…`: what is wrong with models, or worth a second look. */
import { examine } from '@merit-lang/analysis'
import { atLevel } from '@merit-lang/insight'
import type { Diagnostic } from '@merit-lang/language'
import { configFor } from '../config.ts'
import { type ExitCode, exitCodes, usageError } from '../exit.ts'
import { openBundle } from '../models/bundles.ts'
import { type CheckedFile, checkFile, withoutImported } from '../models/entries.ts'
import { findModels, isBundle } from '../models/find.ts'
import { fromEach } from '../models/read.ts'
import { rulesIn } from '../models/rules.ts'
import { distinct, findingAsData, hasErrors, renderFindings, tally } from '../print/findings/diagnostics.ts'
import { type Findings, findingOf, unreadFinding } from '../print/findings/finding.ts'
import { type OwnPrinters, type PublishOptions, publish, targetsOf } from '../print/findings/publish.ts'
import { counted } from '../print/numbers.ts'

export interface CheckCommandOptions extends PublishOptions {
  readonly verify?: string
}

export async function check(paths: readonly string[], options: CheckCommandOptions): Promise<ExitCode> {
  const { verify } = options
  const targets = targetsOf(options)
  const files = findModels(paths)
  const models = files.filter(path => !isBundle(path))
  // A mistake in a configuration is said before anything is proved.
  for (const path of models) configFor(path)
  const bundles = await Promise.all(files.filter(isBundle).map(path => bundleFacts(path, verify)))
  if (verify !== undefined && bundles.length === 0) throw usageError('--verify is for bundles, and none is named.')
  const { given, unread } = fromEach(models, checkFile)
  const looked: Looked = { files, bundles, models: given.length, unread, diagnostics: saidOf(given) }
  await publish(findingsOf(looked), printersOf(looked), targets)
  if (unread.length > 0) return exitCodes.data
  return hasErrors(looked.diagnostics) ? exitCodes.findings : exitCodes.done
}

/** What was looked at, and what is said of it. */
interface Looked {
  readonly files: readonly string[]
  readonly bundles: readonly BundleFacts[]
  /** How many could be read. */
  readonly models: number
  readonly unread: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** At the levels that are said for the files that it stands in. */
function saidOf(checked: readonly CheckedFile[]): readonly Diagnostic[] {
  const found = distinct(withoutImported(checked).flatMap(one => examine(one.checked)))
  return found.flatMap(one => atLevel(one, configFor(one.span.source.path).levels) ?? [])
}

function findingsOf({ files, models, unread, diagnostics }: Looked): Findings {
  const findings = [...unread.map(unreadFinding), ...diagnostics.map(findingOf)]
  return { command: 'check', files, findings, summary: tally(diagnostics, models) }
}

function printersOf({ files, bundles, models, unread, diagnostics }: Looked): OwnPrinters {
  const parts = (color: boolean) => [
    ...bundles.map(described),
    ...(diagnostics.length > 0 ? [renderFindings(diagnostics, color)] : []),
    ...(models > 0 ? [tally(diagnostics, models)] : []),
  ]
  return {
    pretty: ({ color }) => parts(color).join('\n'),
    json: () => JSON.stringify({ files, unread, findings: diagnostics.map(findingAsData), bundles }, null, 2),
  }
}

/** A bundle that opens has no mistake: its model had none, and nothing was changed since. */
async function bundleFacts(path: string, verify: string | undefined) {
  const { program, compiler, hash, signature } = await openBundle(path, verify)
  const { name, revision } = program
  const signed = verify !== undefined ? 'verified' : signature ? 'not verified' : 'no'
  return { path, name, revision, rules: rulesIn(program), compiler, hash, signed } as const
}
type BundleFacts = Awaited<ReturnType<typeof bundleFacts>>

const signatures = {
  verified: 'its signature is right',
  'not verified': 'signed (--verify asks by whom)',
  no: 'not signed',
} satisfies { [S in BundleFacts['signed']]: string }

function described({ path, name, revision, rules, compiler, hash, signed }: BundleFacts): string {
  const title = name === '' ? 'a bundle' : `a bundle of "${name}"`
  const facts = `${title}, revision ${revision}, ${counted(rules, 'rule')}, built by merit ${compiler}`
  return `${path}: ${facts}, ${signatures[signed]}\n${hash}`
}
