import { expect, it } from 'vitest'
import { dataFilesOf, type LeadOptions, requireLeads, requireRereadable } from './lead-options.ts'

it.each<[string, LeadOptions, models: number, message: string | undefined]>([
  ['nothing', {}, 2, undefined],
  ['leads alone', { leads: 'leads.csv' }, 2, undefined],
  ['all that may be said of leads', { leads: 'a.csv', events: 'b.csv', id: 'id', now: '2026-06-01' }, 2, undefined],
  ['events without leads', { events: 'b.csv' }, 1, '--events says something of leads, and there are none.'],
  ['an instant without leads', { now: '2026-06-01' }, 1, '--now says something of leads, and there are none.'],
  ['standard input for one model', { leads: '-' }, 1, undefined],
  ['leads from it for two', { leads: '-' }, 2, 'Standard input can be read only once, and there are 2 models.'],
  ['events from it for two', { leads: 'a.csv', events: '-' }, 2, 'Standard input can be read only once'],
])('%s', (_, options, models, message) => {
  const require = () => {
    requireLeads(options)
    requireRereadable(options, models)
  }
  if (message === undefined) expect(require).not.toThrow()
  else expect(require).toThrow(message)
})

it('standard input is no file', () => {
  expect(dataFilesOf({ leads: 'leads.csv', events: '-' })).toEqual(['leads.csv'])
})
