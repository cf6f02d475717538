import { emptyConfig, limitOf } from '@merit-lang/insight'
import { check, lower } from '@merit-lang/language'
import { describe, expect, it, vi } from 'vitest'
import { gatesOf, orConfigured, requireKnown, sayUnknown } from './gates.ts'

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

describe('names that no model has', () => {
  const { model } = check({
    path: 'model.merit',
    text: 'lead { size: integer }\nwhen size > 5 add 5\nqualify MQL at 5\n',
  })
  const programs = model ? [lower(model).program] : []
  const gates = gatesOf({ maxEntering: ['MQL=1', 'QML=2%'], maxLeaving: ['QML=3'], maxShift: ['total=5', 'fit=10'] })

  it('are a mistake on the command line', () => {
    expect(() => requireKnown(gates, programs)).toThrow('There is no stage QML.')
    expect(() => requireKnown(gatesOf({ maxEntering: ['MQL=1'], maxShift: ['total=5'] }), programs)).not.toThrow()
  })

  it('are said, where they are configured', () => {
    const screen = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    sayUnknown(gates, programs)
    expect(screen.mock.calls.flat()).toEqual([
      'No model here has the stage QML, which a gate of merit.config.json names.\n',
      'No model here has the score fit, which a gate of merit.config.json names.\n',
    ])
    screen.mockRestore()
  })
})
