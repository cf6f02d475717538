/** What a server that has been started for it takes. Runs in a process of its own. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { seeded } from '../work/random.ts'
import { Editor, QUIET } from './client.ts'
import { modelOf } from './model.ts'
import { type Keystroke, typing } from './typing.ts'

export interface EditorInput {
  readonly lines: number
  readonly keystrokes: number
  /** A folder of models, of which one is opened. */
  readonly workspace: string
}

/** Milliseconds. */
export interface EditorMeasured {
  /** From a keystroke until all that is found is published, less the quiet time. */
  readonly published: readonly number[]
  /** From a letter to the completions behind it. */
  readonly completed: readonly number[]
  /** From the start of the process until the opened model is checked, with all others known. */
  readonly opening: number
  /** As `published`, of one model of the workspace. */
  readonly publishedThere: readonly number[]
}

const uri = 'file:///large.merit'

/** So many come first and are not counted: they warm it up. */
const warming = 20

async function untilPublished(editor: Editor, at: string, keystroke: Keystroke): Promise<number> {
  const begun = performance.now()
  const checked = editor.checked(at)
  await editor.type(at, keystroke)
  return (await checked) - begun - QUIET
}

async function publishing(editor: Editor, at: string, keys: Iterator<Keystroke>, count: number): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < warming + count; i++) times.push(await untilPublished(editor, at, keys.next().value))
  return times.slice(warming)
}

const isLetter = ({ text }: Keystroke) => /^\w$/.test(text)

/** Asked right after a letter, as editors do, in the middle of the quiet time. */
async function completing(editor: Editor, keys: Iterator<Keystroke>, count: number): Promise<number[]> {
  const times: number[] = []
  while (times.length < warming + count) {
    const keystroke: Keystroke = keys.next().value
    await editor.type(uri, keystroke)
    if (!isLetter(keystroke)) continue
    const { line, character } = keystroke.range.start
    const begun = performance.now()
    const position = { line, character: character + 1 }
    await editor.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position })
    times.push(performance.now() - begun)
  }
  return times.slice(warming)
}

async function opening(workspace: string, keystrokes: number) {
  const model = join(workspace, 'model0.merit')
  const [at, text] = [pathToFileURL(model).href, readFileSync(model, 'utf8')]
  const begun = performance.now()
  const editor = new Editor()
  await editor.begin([pathToFileURL(workspace).href])
  const checked = editor.checked(at)
  await editor.open(at, text)
  const took = (await checked) - begun
  const publishedThere = await publishing(editor, at, typing(text, seeded(3)), keystrokes)
  editor.end()
  return { opening: took, publishedThere }
}

export async function measureHere({ lines, keystrokes, workspace }: EditorInput): Promise<EditorMeasured> {
  const text = modelOf(lines)
  const editor = new Editor()
  await editor.begin([])
  const checked = editor.checked(uri)
  await editor.open(uri, text)
  await checked
  const keys = typing(text, seeded(1))
  const published = await publishing(editor, uri, keys, keystrokes)
  const completed = await completing(editor, keys, keystrokes)
  editor.end()
  return { published, completed, ...(await opening(workspace, Math.ceil(keystrokes / 4))) }
}
