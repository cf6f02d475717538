/** `merit init [FOLDER] [--from LEADS]`: a first model, with its test. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { format } from '@merit-lang/language'
import { leadIdKeyOf, looksLikeEvents, recordsOf, textRows } from '@merit-lang/leads'
import { dataError, type ExitCode, exitCodes, systemCode, usageError } from '../exit.ts'
import { type Column, Columns } from '../init/columns.ts'
import { textLiteral } from '../init/names.ts'
import { sampleLeads, sampleModel } from '../init/sample.ts'
import { inferSchema, schemaText } from '../init/schema.ts'
import { starterModel } from '../init/starter.ts'
import { openData } from '../input/open.ts'
import { Problems } from '../input/problems.ts'
import { counted } from '../print/numbers.ts'
import { startProgress } from '../progress.ts'
import { print } from '../terminal.ts'

export interface InitOptions {
  readonly from?: string
  readonly force?: boolean
}

type Files = Readonly<Record<string, string>>

export async function init(folder: string, { from, force }: InitOptions): Promise<ExitCode> {
  const problems = new Problems()
  const files = from === undefined ? sampleFiles() : await filesFrom(from, problems)
  writeFiles(folder, files, force === true)
  sayWhatNext(folder, from === undefined ? `${place(folder, 'leads.ndjson')} --now 2026-06-01` : quoted(from))
  return problems.count > 0 ? exitCodes.data : exitCodes.done
}

function sampleFiles(): Files {
  const leads = sampleLeads.map(lead => `${JSON.stringify(lead)}\n`).join('')
  return { 'model.merit': formatted(sampleModel), 'leads.ndjson': leads }
}

async function filesFrom(path: string, problems: Problems): Promise<Files> {
  const { columns, records } = await readColumns(path, problems)
  if (records === 0) throw dataError(`${path} has no leads.`)
  const idKey = leadIdKeyOf(columns.map(({ key }) => key))
  refuseEvents(path, columns, idKey)
  const schema = inferSchema(columns, idKey)
  if (schema.attributes.length === 0) throw dataError(`${path} says nothing about its leads but their ids.`)
  const file = basename(path)
  return {
    'schema.merit': formatted(schemaText(schema, file, counted(records, 'lead'))),
    'model.merit': formatted(starterModel(schema, textLiteral(file.replace(/(\.\w+)+$/, '')))),
  }
}

/** A schema of leads that is made of their events would be of no use. */
function refuseEvents(path: string, columns: readonly Column[], idKey: string | undefined): void {
  const ids = columns.find(({ key }) => key === idKey)
  if (!ids || ids.unique || !looksLikeEvents(columns.map(({ key }) => key))) return
  throw usageError(
    `${path} looks like events, not leads: several rows have the same \`${ids.key}\`.`,
    'Name the file of leads here; events are given to merit score with --events.',
  )
}

async function readColumns(path: string, problems: Problems) {
  const source = recordsOf(await openData(path), {
    row: textRows,
    wrappers: ['leads'],
    noun: 'lead',
    problem: problems.report,
    refusal: dataError,
  })
  const columns = new Columns()
  const progress = startProgress('leads')
  for await (const { fields } of source.records) {
    columns.add(fields)
    progress.step()
  }
  progress.done()
  return { columns: columns.all(), records: columns.records }
}

/** What is generated has no errors: an error here is ours. */
function formatted(text: string): string {
  const result = format({ path: 'generated', text })
  if ('text' in result) return result.text
  throw new Error(`The generated model cannot be read:\n${text}`)
}

const place = (folder: string, file: string) => (folder === '.' ? file : join(folder, file))

function writeFiles(folder: string, files: Files, force: boolean): void {
  const there = Object.keys(files).filter(name => existsSync(join(folder, name)))
  if (there.length > 0 && !force) {
    throw usageError(
      `${there.map(name => place(folder, name)).join(' and ')} exist already.`,
      '--force writes over them.',
    )
  }
  try {
    mkdirSync(folder, { recursive: true })
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  } catch (error) {
    throw usageError(`${folder} cannot be written to (${systemCode(error)}).`)
  }
  print(
    Object.keys(files)
      .map(name => `wrote ${place(folder, name)}`)
      .join('\n'),
  )
}

function sayWhatNext(folder: string, leads: string): void {
  const model = place(folder, 'model.merit')
  print(`\nNow try\n  merit test ${model}\n  merit score ${model} ${leads}`)
}

const quoted = (path: string) => (/^[\w./@+-]+$/.test(path) ? path : `"${path}"`)
