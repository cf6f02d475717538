/** What `docs/forecast.md` shows is what a forecast gives. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { forecast } from '../packages/runtime/src/forecast/index.ts'
import { compile } from './pipeline.ts'

const page = readFileSync(new URL('../docs/forecast.md', import.meta.url), 'utf8')
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(match => match[1] as string)

it('the page on forecasts shows what comes out', () => {
  const [model = ''] = blocks('merit')
  const [lead = '', result = ''] = blocks('json')
  const now = new Date('2026-06-01T00:00:00Z')
  expect(blocks('js')[0]).toContain(`new Date('2026-06-01T00:00:00Z')`)
  expect(forecast({ program: compile(model) }, JSON.parse(lead), { now })).toEqual(JSON.parse(result))
})
