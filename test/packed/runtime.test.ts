/**
 * The runtime as an app gets it: packed, unpacked into an empty folder and loaded by its name, in Node, in a worker thread,
 * and in a browser under a policy that forbids code from text. All must say what the reference says.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { evaluate, explain, readLead, writeBundle } from '@merit-lang/runtime'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile } from '../pipeline.ts'
import { answerOf, chromium } from './browser.ts'
import { type App, installRuntime, root } from './pack.ts'

const example = join(root, 'examples', '05-revenue-operations')
const program = compile(readFileSync(join(example, 'model.merit'), 'utf8'))
const leads: object[] = readFileSync(join(example, 'leads.ndjson'), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))
const bundle = writeBundle({ program, compiler: 'test', docs: [] })
const now = Date.UTC(2026, 5, 1)

let app: App
beforeAll(() => {
  app = installRuntime()
}, 60_000)
afterAll(() => rmSync(app.folder, { recursive: true }))

/** Where an app finds the entry points: by the package's name, or by their files below `./node_modules`. */
const byName = () =>
  Object.fromEntries(Object.keys(app.entries).map(entry => [entry, join('@merit-lang/runtime', entry)]))
const byFile = () =>
  Object.fromEntries(
    Object.entries(app.entries).map(([entry, file]) => [entry, `./${join('node_modules/@merit-lang/runtime', file)}`]),
  )

const inputFor = (entries: Readonly<Record<string, string>>) => ({ entries, bundle, leads, now })

const expected = () => ({
  scores: plain(leads.map(lead => evaluate(program, readLead(program, lead), now))),
  explained: plain(leads.map(lead => explain(program, readLead(program, lead), now).explained)),
})

const plain = (value: unknown) => JSON.parse(JSON.stringify(value))

function checkAnswer(answer: unknown): void {
  const { scores, explained } = expected()
  expect(answer).toMatchObject({
    scores,
    compact: scores,
    explained,
    batch: scores,
    live: scores,
    refused: 'BundleError',
  })
}

describe('the packed runtime says what the reference says', () => {
  it('in Node, in the main thread and in a worker thread', () => {
    writeFileSync(join(app.folder, 'input.json'), JSON.stringify(inputFor(byName())))
    const printed = execFileSync(process.execPath, ['main.mjs'], { cwd: app.folder, encoding: 'utf8' })
    const { main, thread } = JSON.parse(printed)
    checkAnswer(main)
    checkAnswer(thread)
  })

  it.skipIf(!chromium)('in Chromium, in a page and in its web worker, where code from text is forbidden', async () => {
    const answer = await answerOf(chromium as string, app.folder, inputFor(byFile()))
    expect(answer).toMatchObject({ codeFromText: 'EvalError' })
    const { page, worker } = answer as { page: unknown; worker: unknown }
    checkAnswer(page)
    checkAnswer(worker)
  })
})

describe('what an app has to load, minified and gzipped', () => {
  it.each([
    ['compact', 14],
    ['', 40],
  ])('is to load a bundle and score a lead, from runtime/%s, at most %i KB', async (entry, most) => {
    const size = await gzippedSize(`export { loadModel } from '${join('@merit-lang/runtime', entry)}'`)
    expect(size).toBeLessThanOrEqual(most * 1024)
  })
})

async function gzippedSize(text: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: text, resolveDir: app.folder },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}
