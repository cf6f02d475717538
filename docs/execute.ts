/**
 * Executes the blocks of a page in order, in a folder of their own, and gives the page back as it should be: models
 * formatted, outputs as they are printed. The conventions stand at the top of `tour.md`.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile, format, renderDiagnostic, runTest, type SourceText } from '@merit-lang/language'
import { type Block, rewriteBlocks } from './markdown.ts'

/** Runs one command line in a folder and gives what it prints. */
export type Shell = (command: string, folder: string) => string

interface Page {
  readonly folder: string
  readonly shell: Shell
  /** What the last broken model brought up, until a `text` block shows it. */
  findings?: string
}

/** `files`: a folder whose files are there from the beginning. */
export function executePage(markdown: string, shell: Shell, files?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'merit-docs-'))
  try {
    if (files !== undefined) cpSync(files, folder, { recursive: true })
    const page: Page = { folder, shell }
    return rewriteBlocks(markdown, block => execute(page, block))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function execute(page: Page, block: Block): string {
  const { language, info, text } = block
  if (language === 'console') return runCommands(page, text)
  if (language === 'text' && page.findings !== undefined) return takeFindings(page)
  if (language !== 'merit') return save(page, info, text)
  if (info === 'broken') return keepFindings(page, text)
  return save(page, info, soundModel(page, info, text))
}

/** Blocks without a file's name are only shown. */
function save(page: Page, name: string, text: string): string {
  if (name !== '') writeFileSync(join(page.folder, name), text)
  return text
}

function runCommands(page: Page, text: string): string {
  const commands = text.split('\n').filter(line => line.startsWith('$ '))
  return commands.map(command => `${command}\n${page.shell(command.slice(2), page.folder)}`).join('\n')
}

function keepFindings(page: Page, text: string): string {
  const { lowered, diagnostics } = compile({ path: 'model.merit', text })
  if (lowered) throw new Error(`This model is said to be broken and is not:\n${text}`)
  page.findings = diagnostics.map(one => renderDiagnostic(one)).join('\n\n')
  return text
}

function takeFindings(page: Page): string {
  const findings = page.findings ?? ''
  delete page.findings
  return `${findings.trimEnd()}\n`
}

/** Files that earlier blocks saved, for imports. */
function readFrom(folder: string) {
  return (path: string): SourceText | undefined => {
    const file = join(folder, path)
    return existsSync(file) ? { path, text: readFileSync(file, 'utf8') } : undefined
  }
}

/** The formatted model; throws where it has errors or warnings, or where one of its tests fails. */
function soundModel(page: Page, name: string, text: string): string {
  const source = { path: name || 'model.merit', text }
  const { lowered, diagnostics } = compile(source, { read: readFrom(page.folder) })
  const findings = diagnostics.filter(one => one.severity !== 'hint').map(one => renderDiagnostic(one))
  const failures =
    lowered?.tests.filter(test => !runTest(lowered, test).passed).map(test => `${test.name}: fails`) ?? []
  const formatted = format(source)
  if (findings.length + failures.length > 0 || !('text' in formatted))
    throw new Error([...findings, ...failures, text].join('\n\n'))
  return formatted.text
}
