/** What is ignored of what is proved: see also the language's own ignores. */
import { check } from '@merit-lang/language'
import { expect, it } from 'vitest'
import { examine } from './index.ts'

const never = 'when industry = Retail and industry = SaaS add 10'
const about = '# merit ignore rule-never-matches: Retail comes back'

it.each([
  ['what is proved', `${about}\n${never}`, []],
  ['on its own line', `${never}  ${about}`, []],
  ['another name', `# merit ignore rule-repeats: why\n${never}`, ['ignore-unused', 'rule-never-matches']],
  ['nothing to ignore', `${about}\nwhen industry = Retail add 10`, ['ignore-unused']],
  ['a promise that is broken', '# merit ignore broken-promise: until June\npromise never qualified\nqualify at 5', []],
  [
    'what gives the reason for what is proved',
    '# merit ignore window-empty: why\non download within 1d older than 2d add 5',
    [],
  ],
])('%s', (_, lines, names) => {
  const text = `lead { industry: one of [SaaS, Retail] }\nevent download\nwhen industry = SaaS add 20\n${lines}\n`
  expect(examine(check({ path: 'a.merit', text })).map(({ name }) => name)).toEqual(names)
})
