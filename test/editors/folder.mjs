/** The folder that the editors open: an example of this repository (`models`), and models with something to mend (`drafts`). */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

const drafts = {
  'broken.merit':
    'lead { industry: one of [SaaS, Fintech]  employees: integer 0.. }\n\nwhen industry = Fintec add 30\nwhen employees >= 50 add 10\n',
  'untidy.merit': 'when   industry=SaaS   add 5\n\n\n\nqualify   MQL at 5\n',
  'tested.merit': `lead { industry: one of [SaaS, Fintech] }

when industry = SaaS add 30 as "Industry"

test "as it is" {
  lead { industry: SaaS }
  expect total = 30
}

test "as it is not" {
  lead { industry: Fintech }
  expect total = 30
}
`,
}

/** A new one each time, since editors write into it. Call `remove` at the end. */
export function newFolder() {
  const around = mkdtempSync(join(tmpdir(), 'merit-editors-'))
  const path = join(around, 'acme')
  cpSync(join(root, 'examples', '02-saas-inbound'), join(path, 'models'), { recursive: true })
  mkdirSync(join(path, 'drafts'))
  for (const [name, text] of Object.entries(drafts)) writeFileSync(join(path, 'drafts', name), text)
  return {
    path,
    /** For what the editor needs and is not to see. */
    around,
    read: name => readFileSync(join(path, name), 'utf8'),
    remove: () => rmSync(around, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  }
}

/** An environment in which `merit` is the command of this repository. */
export function withMerit(folder) {
  const bin = join(folder.around, 'bin')
  mkdirSync(bin, { recursive: true })
  const command = `"${process.execPath}" "${join(root, 'packages', 'cli', 'dist', 'merit.mjs')}"`
  const script = `#!/bin/sh\nexec ${command} "$@"\n`
  writeFileSync(join(bin, 'merit'), script)
  chmodSync(join(bin, 'merit'), 0o755)
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }
}
