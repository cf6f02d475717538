/** All settings of `merit.config.json`. */
import type { GateName } from '../gates.ts'
import type { Config, Level } from './config.ts'
import type { Setting, Settings, Shape } from './shapes.ts'

const leads: Shape = { kind: 'several', of: { kind: 'limit', share: true } }
const points: Shape = { kind: 'several', of: { kind: 'limit', share: false } }
const levels: readonly Level[] = ['error', 'warning', 'hint', 'off']

const threshold: Setting = {
  description: 'At least so many percent, else the command ends with 1.',
  shape: { kind: 'percentage' },
}

const gates = {
  'max-entering': {
    description: 'How many leads may enter a stage: `50`, `2%` of all leads, or `MQL=2%` for one stage.',
    shape: leads,
  },
  'max-leaving': {
    description: 'How many leads may leave a stage: `50`, `2%` of all leads, or `MQL=2%` for one stage.',
    shape: leads,
  },
  'max-shift': {
    description: 'By how many points a lead may move in a score: `10`, or `fit=10` for one score.',
    shape: points,
  },
  'require-equivalent': {
    description: 'It has to be proved that no lead is scored otherwise.',
    shape: { kind: 'switch' },
  },
} satisfies { [G in GateName]: Setting }

export const settings: Settings = {
  samples: {
    description:
      'Where sample leads lie, seen from the folder of this file; the first that is there holds. `*` stands for any part of a file’s name.',
    shape: { kind: 'several', of: { kind: 'text' } },
  },
  levels: {
    description: 'How findings are said: `error` makes `merit check` fail, `off` leaves them unsaid.',
    shape: { kind: 'levels', values: levels },
  },
  gates: {
    description: 'What a change of a model may do at most, unless options of `merit diff` say otherwise.',
    shape: { kind: 'settings', settings: gates },
  },
  coverage: {
    description: 'What tests have to reach, where `merit test --coverage` is not told otherwise.',
    shape: { kind: 'settings', settings: { threshold } },
  },
  mutation: {
    description: 'What tests have to notice, where `merit test --mutate` is not told otherwise.',
    shape: { kind: 'settings', settings: { threshold } },
  },
} satisfies { [S in keyof Config]: Setting }
