/** `merit test --coverage`: what the tests reach, in files for other tools, and whether it is enough. */
import { analyse } from '@merit-lang/analysis'
import { type Coverage, coverageOf, percentOf, percentText } from '@merit-lang/insight'
import type { CheckedModel, Compiled, Lowered, TestCase } from '@merit-lang/language'
import { configFor } from '../config.ts'
import { usageError } from '../exit.ts'
import { normalise } from '../models/paths.ts'
import { makeFolderOf, openOutput } from '../output.ts'
import { coverageAsMarkdown } from '../print/coverage/markdown.ts'
import { renderCoverage } from '../print/coverage/pretty.ts'
import { type CoverageReport, reportOf } from '../print/coverage/report.ts'
import { type Findings, plainFinding } from '../print/findings/finding.ts'
import { findingsAsMarkdown } from '../print/findings/markdown.ts'
import { pathsFromRoot } from '../print/findings/paths.ts'
import type { OwnPrinters } from '../print/findings/publish.ts'
import { painter } from '../print/paint.ts'
import { startProgress } from '../progress.ts'

/** What the command line says of it. Each asks for coverage. */
export interface CoverageOptions {
  readonly coverage?: boolean
  /** In percent. */
  readonly threshold?: string
  readonly lcov?: string
  readonly cobertura?: string
}

export interface WantedCoverage {
  /** In percent. */
  readonly threshold?: number
  readonly lcov?: string
  readonly cobertura?: string
}

/**
 * Nothing where nobody asks for it.
 * @param models whose configurations say what is enough where the command line does not: of several the most
 * @throws Stop where the threshold is no percentage, or a configuration has a mistake.
 */
export function wantedCoverage(options: CoverageOptions, models: readonly string[]): WantedCoverage | undefined {
  const { coverage, threshold, lcov, cobertura } = options
  if (!coverage && threshold === undefined && lcov === undefined && cobertura === undefined) return undefined
  return { lcov, cobertura, threshold: threshold === undefined ? configuredThreshold(models) : percentage(threshold) }
}

function configuredThreshold(models: readonly string[]): number | undefined {
  const said = models.flatMap(path => configFor(path).coverage.threshold ?? [])
  return said.length === 0 ? undefined : Math.max(...said)
}

function percentage(text: string): number {
  const percent = /^\d+(\.\d+)?%?$/.test(text) ? Number.parseFloat(text) : Number.NaN
  if (percent >= 0 && percent <= 100) return percent
  throw usageError(`--threshold ${text} is no percentage from 0 to 100.`, 'Write --threshold 90.')
}

/** A model, and those of its tests that were run. */
export interface TestedModel {
  readonly compiled: Compiled
  readonly tests: readonly TestCase[]
}

/** What the tests reach, and whether that is enough. */
export interface TestedCoverage {
  readonly report: CoverageReport
  readonly wanted: WantedCoverage
  /** One sentence where it is not enough. */
  readonly lack?: string
}

/** Models with errors, and such as cannot be scored, have no coverage: that they are broken is said elsewhere. */
export function cover(all: readonly TestedModel[], wanted: WantedCoverage): TestedCoverage {
  const models = withoutTwice(all.flatMap(runnable))
  const tests = models.reduce((sum, one) => sum + one.tests.length, 0)
  const progress = startProgress('goals', 1)
  const found = models.map((one, i) => coverOne(one, tests > 0, part => progress.step(1, (i + part) / models.length)))
  progress.done()
  const report = reportOf(found, tests)
  return { report, wanted, lack: lackOf(report, wanted) }
}

function lackOf({ tally, files }: CoverageReport, { threshold }: WantedCoverage): string | undefined {
  if (threshold === undefined || percentOf(tally) >= threshold) return undefined
  const of = files.length > 1 ? ` of all ${files.length} files` : ''
  return `Coverage${of} is ${percentText(tally)}, below the threshold of ${threshold}%.`
}

interface Runnable {
  readonly model: CheckedModel
  readonly lowered: Lowered
  readonly tests: readonly TestCase[]
}

function runnable({ compiled: { model, lowered }, tests }: TestedModel): readonly Runnable[] {
  return model && lowered && lowered.program.unsupported.length === 0 ? [{ model, lowered, tests }] : []
}

/** Without models that have no tests and that others, which have, import. */
function withoutTwice(models: readonly Runnable[]): readonly Runnable[] {
  const filesOf = ({ model }: Runnable) => model.files.map(({ source }) => normalise(source.path))
  const tested = new Set(models.filter(({ tests }) => tests.length > 0).flatMap(filesOf))
  return models.filter(one => one.tests.length > 0 || !tested.has(normalise(one.model.entry.path)))
}

/** Of what nobody tests at all it need not be known what can be. */
function coverOne({ model, lowered, tests }: Runnable, isTested: boolean, step: (part: number) => void): Coverage {
  return coverageOf(model, lowered, { tests, analysis: isTested ? analyse(lowered.program) : undefined }, step)
}

const writers = {
  lcov: async report => (await import('../print/coverage/lcov.ts')).coverageAsLcov(report, pathsFromRoot()),
  cobertura: async report => {
    const { coverageAsCobertura } = await import('../print/coverage/cobertura.ts')
    return coverageAsCobertura(report, { pathOf: pathsFromRoot(), root: '.', now: Date.now() })
  },
} satisfies { [K in 'lcov' | 'cobertura']: (report: CoverageReport) => Promise<string> }

/**
 * The files that are wanted; their folders are made.
 * @throws Stop if one cannot be written.
 */
export async function writeCoverage({ report, wanted }: TestedCoverage, inputs: readonly string[]): Promise<void> {
  for (const format of ['lcov', 'cobertura'] as const) {
    const path = wanted[format]
    if (path === undefined) continue
    makeFolderOf(path)
    const output = openOutput(path, inputs)
    await output.write(`${await writers[format](report)}\n`)
    await output.finish()
  }
}

/** With what is to be said of the coverage. */
export function findingsWithCoverage(findings: Findings, { report, lack }: TestedCoverage): Findings {
  const [path = ''] = [...report.files.map(file => file.path), ...findings.files]
  const about = { name: 'low-coverage', severity: 'error', path, subject: 'coverage' } as const
  const low = lack === undefined ? [] : [plainFinding({ ...about, message: lack })]
  const summary = `${findings.summary}; ${percentText(report.tally)} covered`
  return { ...findings, findings: [...findings.findings, ...low], summary }
}

/** Printers that show the coverage after what they show without it; `own.json` has it already. */
export function printersWithCoverage(own: OwnPrinters, findings: Findings, coverage: TestedCoverage): OwnPrinters {
  const { report, lack } = coverage
  return {
    ...own,
    pretty: screen =>
      [own.pretty(screen), renderCoverage(report, screen), lack === undefined ? '' : painter(screen.color).bad(lack)]
        .filter(part => part !== '')
        .join('\n\n'),
    markdown: () => [findingsAsMarkdown(findings), coverageAsMarkdown(report)].join('\n\n'),
  }
}
