import { emptyConfig, limitOf } from '@merit-lang/insight'
import { expect, it, vi } from 'vitest'
import { gatesOf, orConfigured } from './gates.ts'

const limit = (text: string) => limitOf(text) ?? expect.fail(text)
const said = { ...emptyConfig.gates, 'max-entering': [limit('2%')], 'max-shift': [limit('fit=10')] }

it.each([
  [
    'without leads',
    said,
    false,
    [],
    'Without --leads these gates of merit.config.json are not tried: max-entering, max-shift.\n',
  ],
  ['with leads', said, true, [limit('2%')], ''],
  ['without leads, where none is asked for', { 'require-equivalent': true }, false, [], ''],
])('what the configuration asks of a change %s', (_, config, withLeads, maxEntering, printed) => {
  const screen = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(orConfigured(gatesOf({}), config, withLeads)).toMatchObject({ maxEntering })
  expect(screen.mock.calls.join('')).toBe(printed)
  screen.mockRestore()
})

it('what the command line asks comes first', () => {
  const asked = gatesOf({ maxEntering: ['50'] })
  expect(orConfigured(asked, said, true)).toMatchObject({ maxEntering: [limit('50')], maxShift: [limit('fit=10')] })
})
