import { expect, it } from 'vitest'
import { settingsOf } from './settings.ts'

const usual = { inlayHints: false, lenses: true, samples: undefined }

it.each([
  [undefined, usual],
  [null, usual],
  ['on', usual],
  [
    { inlayHints: true, samples: 'data/leads.json' },
    { inlayHints: true, lenses: true, samples: 'data/leads.json' },
  ],
  [
    { lenses: false, other: 1 },
    { ...usual, lenses: false },
  ],
  [{ inlayHints: 'yes', samples: '' }, usual],
])('%j', (said, expected) => {
  expect(settingsOf(said)).toEqual(expected)
})
