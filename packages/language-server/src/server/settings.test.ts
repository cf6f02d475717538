import { expect, it } from 'vitest'
import { settingsOf } from './settings.ts'

const usual = { inlayHints: false, lenses: true, samples: undefined, now: undefined }

it.each([
  [undefined, usual],
  [null, usual],
  ['on', usual],
  [
    { inlayHints: true, samples: 'data/leads.json', now: '2026-06-01' },
    { inlayHints: true, lenses: true, samples: 'data/leads.json', now: '2026-06-01' },
  ],
  [
    { lenses: false, other: 1 },
    { ...usual, lenses: false },
  ],
  [{ inlayHints: 'yes', samples: '', now: 7 }, usual],
])('%j', (said, expected) => {
  expect(settingsOf(said)).toEqual(expected)
})
