/** `merit inspect MODEL`: what a model is made of, and what it can and cannot reach. */
import { analyse, anatomyOf } from '@merit-lang/analysis'
import { type ExitCode, exitCodes } from '../exit.ts'
import { type LoadOptions, loadProgram } from '../models/load.ts'
import type { AnatomyOptions } from '../print/anatomy/account.ts'
import { anatomyAsMarkdown } from '../print/anatomy/markdown.ts'
import { renderAnatomy } from '../print/anatomy/pretty.ts'
import { print, screenOf } from '../terminal.ts'

export const inspectFormats = ['pretty', 'json', 'markdown'] as const

export interface InspectOptions extends LoadOptions {
  readonly format: (typeof inspectFormats)[number]
  readonly witnesses?: boolean
}

export async function inspect(model: string, options: InspectOptions): Promise<ExitCode> {
  const { program } = await loadProgram(model, options)
  const account = { model, program, anatomy: anatomyOf(analyse(program)), witnesses: options.witnesses === true }
  print(formats[options.format](account))
  return exitCodes.done
}

const formats = {
  pretty: account => renderAnatomy(account, screenOf(process.stdout)),
  json: ({ anatomy }) => JSON.stringify(anatomy, null, 2),
  markdown: anatomyAsMarkdown,
} satisfies { [Format in InspectOptions['format']]: (account: AnatomyOptions) => string }
