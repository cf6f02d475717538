import type { Program, Result } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import { generateModule } from './module.ts'

function programOf(text: string): Program {
  const { lowered, diagnostics } = compile({ path: 'model.merit', text })
  if (!lowered) throw new Error(JSON.stringify(diagnostics))
  return lowered.program
}

interface Module {
  readonly name: string
  readonly revision: string
  readonly hash: string | undefined
  score(lead: unknown, options: { readonly now: number }): Result
}

function imported(text: string): Promise<Module> {
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)
}

/** Text that would end a string, a comment, a template or a script if it were not written with care. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: it must not be taken for a placeholder
const traps = '\\"\u2028 */ </script> ${x} ` <!-- '

const hostile = `
model "${traps}"
lead { proto: number from "__proto__"  \`constructor\`: text  a: text from "${traps}"  tier: one of ["${traps}", B] }
event \`valueOf\` { size: number from "isPrototypeOf" }
score \`__proto__\` {
  when proto > 1 and a = "${traps}" add 1 as "${traps}"
  when \`constructor\` = "x" add 2
  on \`valueOf\`(size >= 2) add 4
}
grade \`hasOwnProperty\` from \`__proto__\` { "${traps}" at 7 else B }
qualify \`toString\` at 7 of \`__proto__\`
disqualify "${traps}" when tier = "${traps}"
`

describe('a generated module', () => {
  it('takes text of the model as text', async () => {
    const { score, name } = await imported(generateModule(programOf(hostile)))
    const text = JSON.parse(`"${traps.replace('\u2028', '\\u2028')}"`)
    const lead = JSON.parse(
      JSON.stringify({
        own: 3,
        constructor: 'X',
        [text]: text,
        tier: text,
        events: [{ type: 'valueOf', at: '2026-05-01', isPrototypeOf: 2 }],
      }).replace('"own"', '"__proto__"'),
    )
    const result = score(lead, { now: Date.parse('2026-06-01') })
    expect(name).toBe(text)
    expect(result.issues).toEqual([])
    expect(Object.entries(result.scores)).toEqual([['__proto__', 7]])
    expect(result.grades).toEqual({ hasOwnProperty: text })
    expect(result.disqualified).toEqual([text])
  })

  it('ends no script element in which it stands, imports nothing and makes no code from text', () => {
    const text = generateModule(programOf(hostile))
    expect(text).not.toMatch(/<\/|<!|[\u2028\u2029]/)
    expect(text).not.toMatch(
      /\beval\b|\bFunction\b|^\s*import\b|\bimport\s*[("'{*]|\brequire\b|\bglobalThis\b|\bprocess\b/m,
    )
  })

  it.each([{ hash: 'abc' }, {}])('exports what it is, with %j', async options => {
    const program = programOf('model "Acme"\nwhen a = "x" add 1')
    const { name, revision, hash } = await imported(generateModule(program, options))
    expect([name, revision, hash]).toEqual(['Acme', program.revision, options.hash])
  })

  it('is refused where this version cannot run the model', () => {
    const accounts = programOf('when a > 1 add 1\nscore heat of account { when a > 2 add 1 }')
    expect(() => generateModule(accounts)).toThrow('model.merit:2: `of account` (scores of accounts)')
  })
})
