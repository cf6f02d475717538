/** What somebody does to a text, keystroke by keystroke, and takes back again, so that the text stays as long as it is. */
import type { Random } from '../work/random.ts'

export interface Place {
  readonly line: number
  readonly character: number
}

/** A piece, and what is put there: as editors send it. */
export interface Keystroke {
  readonly range: { readonly start: Place; readonly end: Place }
  readonly text: string
}

const rules = [
  'when industry = SaaS and employees >= 20 add 4',
  'on form_submit(demo) within 30d add 10 decay 14d',
  'segment fresh when created within 7d',
  'points by employees { < 10: 1, else: 2 }',
  '# what was read',
]

const put = (line: number, from: number, to: number, text: string): Keystroke => ({
  range: { start: { line, character: from }, end: { line, character: to } },
  text,
})

/** A rule on a line of its own, letter by letter. Most of the time it is half a rule. */
function* rule(lines: readonly string[], random: Random): Generator<Keystroke> {
  const at = random.whole(0, lines.length - 1)
  const text = random.pick(rules)
  yield put(at, 0, 0, '\n')
  for (let i = 0; i < text.length; i++) yield put(at, i, i, text[i] as string)
  yield { range: { start: { line: at, character: 0 }, end: { line: at + 1, character: 0 } }, text: '' }
}

/** A line is cut and put back: a brace may be gone meanwhile, or a declaration. */
function* cut(lines: readonly string[], random: Random): Generator<Keystroke> {
  const at = random.whole(0, lines.length - 2)
  yield { range: { start: { line: at, character: 0 }, end: { line: at + 1, character: 0 } }, text: '' }
  yield put(at, 0, 0, `${lines[at]}\n`)
}

/** A letter is lost, and found. */
function* slip(lines: readonly string[], random: Random): Generator<Keystroke> {
  const at = random.whole(0, lines.length - 1)
  const line = lines[at] as string
  if (line === '') return
  const from = random.whole(0, line.length - 1)
  yield put(at, from, from + 1, '')
  yield put(at, from, from, line[from] as string)
}

/** Without an end. */
export function* typing(text: string, random: Random): Generator<Keystroke, never> {
  const lines = text.split('\n')
  for (;;) yield* random.pick([rule, cut, slip, slip])(lines, random)
}
