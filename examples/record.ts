/**
 * What an example's files hold that the tools write: the outputs of the commands in its README, and `expected.json`, the
 * results of the README's first command that scores.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { executePage, type Shell } from '../docs/execute.ts'
import { blocksOf } from '../docs/markdown.ts'

interface File {
  /** Relative to the repository. */
  readonly path: string
  readonly text: string
}

/** The folders of the examples, in order. */
export function exampleFolders(root: string): string[] {
  return readdirSync(join(root, 'examples'))
    .filter(name => /^\d\d-/.test(name))
    .sort()
    .map(name => `examples/${name}`)
}

export function modelsOf(root: string, folder: string): string[] {
  return readdirSync(join(root, folder)).filter(name => name.endsWith('.merit'))
}

/** Reads the files that a model of the folder imports. */
export function readFrom(root: string, folder: string) {
  return (path: string) => {
    const file = join(root, folder, path)
    return existsSync(file) ? { path, text: readFileSync(file, 'utf8') } : undefined
  }
}

export function recordExamples(root: string, shell: Shell): File[] {
  return exampleFolders(root).flatMap(folder => recordExample(root, folder, shell))
}

export function recordExample(root: string, folder: string, shell: Shell): File[] {
  const readme = readFileSync(join(root, folder, 'README.md'), 'utf8')
  return [
    { path: `${folder}/README.md`, text: executePage(readme, shell, join(root, folder)) },
    { path: `${folder}/expected.json`, text: recordResults(scoringCommand(readme), join(root, folder), shell) },
  ]
}

/** The results alone, without what the command says beside them. */
function recordResults(command: string, folder: string, shell: Shell): string {
  const out = mkdtempSync(join(tmpdir(), 'merit-example-'))
  try {
    shell(`${command} --format json --out "${join(out, 'expected.json')}"`, folder)
    return readFileSync(join(out, 'expected.json'), 'utf8')
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

function scoringCommand(readme: string): string {
  const lines = blocksOf(readme).flatMap(({ text }) => text.split('\n'))
  const command = lines.find(line => line.startsWith('$ merit score '))
  if (command === undefined) throw new Error('The README of an example scores its leads.')
  return command.slice(2)
}
