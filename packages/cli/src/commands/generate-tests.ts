/** `merit generate-tests MODEL`: tests of everything that a model decides, from both sides, as a file that imports it. */
import { existsSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { analyse, type Generated, generateTests, type Sight } from '@merit-lang/analysis'
import { lower } from '@merit-lang/language'
import { type ExitCode, exitCodes, usageError } from '../exit.ts'
import { refuseBundles, requireModel } from '../models/find.ts'
import { checkModel, requireScorable } from '../models/load.ts'
import { openOutput } from '../output.ts'
import { counted } from '../print/numbers.ts'
import { startProgress } from '../progress.ts'
import { complain, print } from '../terminal.ts'

export const generateFormats = ['merit', 'json'] as const

export interface GenerateTestsOptions {
  readonly out?: string
  readonly force?: boolean
  readonly format: (typeof generateFormats)[number]
}

export async function generateTestsCommand(path: string, options: GenerateTestsOptions): Promise<ExitCode> {
  const { out, force } = options
  refuseBundles([path], 'no test can import')
  const { model, files } = checkModel(requireModel(path))
  const output = openOutput(out, files)
  if (out !== undefined && !force && existsSync(out))
    throw usageError(`${out} is there already.`, '--force writes over it.')
  const { program } = lower(model)
  requireScorable(program)
  const progress = startProgress('targets', 1)
  const generated = generateTests(program, analyse(program), {
    model: importPath(path, out),
    checked: model,
    step: part => progress.step(1, part),
  })
  progress.done()
  await output.write(formats[options.format](generated))
  await output.finish()
  const say = out === undefined ? complain : print
  say(summaryOf(generated, out))
  return exitCodes.done
}

/** As seen from the file with the tests; from beside the model where they go to standard output. */
function importPath(model: string, out: string | undefined): string {
  const path = relative(out === undefined ? dirname(model) : dirname(out), model).replaceAll('\\', '/')
  return path.startsWith('.') ? path : `./${path}`
}

const formats = {
  merit: ({ text }) => text,
  json: ({ cases, impossible, notFound }) => `${JSON.stringify({ tests: cases, impossible, notFound }, null, 2)}\n`,
} satisfies { [Format in GenerateTestsOptions['format']]: (generated: Generated) => string }

function summaryOf({ cases, impossible, notFound }: Generated, out: string | undefined): string {
  const shown = cases.reduce((sum, { shows }) => sum + shows.length, 0)
  const all = shown + impossible.length + notFound.length
  return [
    `${counted(cases.length, 'test')}${out === undefined ? '' : ` in ${out}`}: ${shown} of ${all} things that the model decides are seen.`,
    ...listed('No lead can show, which is proved:', impossible),
    ...listed('Not found, and not proved to be impossible:', notFound),
  ].join('\n')
}

const listed = (title: string, sights: readonly Sight[]) =>
  sights.length > 0 ? [title, ...sights.map(({ of, shows }) => `  ${of}: ${shows}`)] : []
