/** What the language server lets somebody wait for who types. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inChild } from '../child.ts'
import { median } from '../median.ts'
import { figure, type PartOptions, type Section, table } from '../section.ts'
import type { EditorInput, EditorMeasured } from './measure.ts'
import type { MemoryInput, MemoryMeasured } from './memory.ts'
import { modelOf } from './model.ts'

const lines = 5000
const models = 200

/** Models that all import one file, as a team has them. */
function writeWorkspace(folder: string): string {
  const workspace = join(folder, 'workspace')
  mkdirSync(workspace)
  writeFileSync(join(workspace, 'shared.merit'), 'event newsletter { issue: number }\n')
  const text = `import "./shared.merit"\n${modelOf(300)}on newsletter add 1\n`
  for (let i = 0; i < models; i++) writeFileSync(join(workspace, `model${i}.merit`), text)
  return workspace
}

const highest = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * 0.99) - 1] ?? Number.NaN

export async function editor({ folder, quick, say }: PartOptions): Promise<Section> {
  say(`typing into ${lines} lines, ${models} models`)
  const measured = inChild<EditorInput, EditorMeasured>('bench/editor/measure.ts', {
    lines,
    keystrokes: quick ? 20 : 300,
    workspace: writeWorkspace(folder),
  })
  const edits = quick ? 1000 : 10_000
  say(`${edits} edits`)
  const memory = inChild<MemoryInput, MemoryMeasured>('bench/editor/memory.ts', { lines: 1000, edits })
  const { published, completed, opening, publishedThere } = measured
  const row = (what: string, times: readonly number[]) => [what, figure(median(times)), figure(highest(times))]
  return {
    title: 'Editor',
    targets: [
      { what: 'findings beyond the quiet time, median, ms', value: median(published), bound: { atMost: 60 } },
      {
        what: 'findings beyond the quiet time, 99th percentile, ms',
        value: highest(published),
        bound: { atMost: 150 },
      },
      { what: 'completion, median, ms', value: median(completed), bound: { atMost: 30 } },
      { what: `opening ${models} models, ms`, value: opening, bound: { atMost: 2000 } },
      {
        what: `memory after ${edits} edits / after a fifth of them`,
        value: memory.late / memory.early,
        bound: { atMost: 1.1 },
      },
    ],
    body: `${table(
      ['ms', 'median', '99th percentile'],
      [
        row(`${lines} lines: from a keystroke to what is found, less the quiet time`, published),
        row(`${lines} lines: from a letter to completions`, completed),
        row(
          `one of ${models} models of 300 lines: from a keystroke to what is found, less the quiet time`,
          publishedThere,
        ),
      ],
    )}

A process \`merit lsp\` and a client that speaks to it over pipes. Rules are typed letter by letter at places anywhere in the text, lines cut and
put back, letters lost and found again: most texts are broken, as texts are while somebody writes. Opening is from the start of the process until the model that is
open is checked, with all models of the folder read, and takes in the quiet time. After ${edits} edits of 1,000 lines, every tenth of them checked, the server holds
${figure(memory.late)} MB; it held ${figure(memory.early)} MB after a fifth of them.`,
  }
}
