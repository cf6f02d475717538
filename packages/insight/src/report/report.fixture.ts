/** A report with something in every part of it. */
import type { Impact } from '../impact/impact.ts'
import type { ModelRead, ReportData } from './data.ts'

/** @param call what stands in place of each name or text that a model, a file or a lead may have */
export function reportOf(call: (name: string) => string = name => name): ReportData {
  const state = { kind: 'read' as const, ...modelOf(call) }
  return {
    by: 'merit 1.0.0',
    base: call('main'),
    leads: { file: call('leads.ndjson'), events: call('events.csv'), now: '2026-06-01T00:00:00Z' },
    models: [
      { name: call('Inbound'), path: call('inbound.merit'), state },
      { name: call('Other'), path: call('other.merit'), state: { kind: 'unread', why: call('it has 1 error') } },
    ],
  }
}

export function modelOf(call: (name: string) => string = name => name): ModelRead {
  return {
    revision: '0f3a9c41b2de',
    about: call('Whom we call first.'),
    compared: comparedOf(call),
    impact: impactOf(call),
    anatomy: anatomyOf(call),
    coverage: coverageOf(call),
  }
}

type Call = (name: string) => string

function comparedOf(call: Call): ModelRead['compared'] {
  return {
    kind: 'compared',
    base: call('main:inbound.merit'),
    changes: {
      entries: [
        {
          kind: 'changed',
          subject: 'rule',
          name: call('Large company'),
          formerly: call('Big'),
          within: [call('fit')],
          formerlyWithin: [],
          aspects: [{ aspect: 'points', before: call('10'), after: call('25') }],
        },
        {
          kind: 'added',
          subject: 'stage',
          name: call('SQL'),
          within: [],
          aspects: [{ aspect: 'threshold', after: call('80') }],
        },
        { kind: 'removed', subject: 'attribute', name: call('phone'), within: [], aspects: [] },
      ],
    },
    proof: {
      alike: false,
      text: call('1 outcome differs, 1 alike.'),
      outcomes: [
        {
          name: call('score fit'),
          alike: false,
          relation: call('only higher'),
          evidence: [call('10 → 25 for a lead with employees 500')],
        },
        { name: call('stage MQL'), alike: true, relation: call('alike'), evidence: [] },
      ],
    },
  }
}

function impactOf(call: Call): Impact {
  const [fit, mql, tier] = [call('fit'), call('MQL'), call('tier')]
  const outcome = (points: number, label: string, stages: readonly string[]) => ({
    scores: { [fit]: points },
    grades: { [tier]: label },
    stages,
    disqualified: [],
  })
  return {
    leads: 100,
    known: 100,
    affected: 3,
    scores: [
      {
        name: fit,
        raised: 3,
        lowered: 0,
        shift: { least: 0, mean: 0.45, most: 15, furthest: 15 },
        distribution: [
          { low: 0, high: 20, before: 90, after: 87 },
          { low: 20, high: 40, before: 10, after: 13 },
        ],
        shifts: [{ low: 10, high: 20, leads: 3 }],
        thresholds: [
          { stage: mql, before: 25, after: 30 },
          { stage: call('SQL'), after: 5000 },
        ],
      },
    ],
    grades: [
      {
        name: tier,
        labels: [
          { label: call('A'), before: 10, after: 12 },
          { label: call('B'), before: 90, after: 88 },
        ],
        moves: [{ from: call('B'), to: call('A'), ids: [call('ann'), call('bob')] }],
      },
    ],
    stages: [{ name: mql, before: 10, after: 11, entering: [call('ann'), call('bob')], leaving: [call('cleo')] }],
    disqualified: { before: 1, after: 1, entering: [], leaving: [] },
    causes: [
      {
        kind: 'rule',
        name: call('Large company'),
        within: [fit],
        raised: 3,
        lowered: 0,
        points: 45,
        entering: { [mql]: { leads: 2, ids: [call('ann'), call('bob')] } },
        leaving: {},
      },
      {
        kind: 'stage',
        name: mql,
        within: [],
        raised: 0,
        lowered: 0,
        points: 0,
        entering: {},
        leaving: { [mql]: { leads: 1, ids: [call('cleo')] } },
      },
    ],
    mostAffected: [
      {
        id: call('ann'),
        before: outcome(10, call('B'), []),
        after: outcome(35, call('A'), [mql]),
        differences: [
          { kind: 'rule', name: call('Large company'), within: [fit, call('size')], before: 0, after: 30 },
          { kind: 'block', name: fit, within: [], before: 0, after: -5 },
        ],
      },
    ],
  }
}

function anatomyOf(call: Call): ModelRead['anatomy'] {
  return {
    contents: call('1 score, 2 rules'),
    scores: [
      {
        name: call('fit'),
        about: call('How well it fits.'),
        range: call('−10 to ∞'),
        notes: [call('cap 100 never binds')],
        rows: [
          { kind: 'group', name: call('size'), depth: 0, least: '0', most: '∞', low: 0, notes: [call('cap 50')] },
          {
            kind: 'rule',
            name: call('Large company'),
            depth: 1,
            least: '−10',
            most: '25',
            low: -10,
            high: 25,
            notes: [call('limited by cap 25')],
          },
          {
            kind: 'multiplier',
            name: call('when customer multiply by 50%'),
            depth: 0,
            least: '',
            most: '× 0.5',
            notes: [],
          },
        ],
      },
      { name: call('total'), range: call('0 to 50'), formula: call('0.5 * fit'), notes: [], rows: [] },
    ],
    outcomes: [
      {
        kind: 'Stage',
        name: call('MQL'),
        verdict: call('Can be reached.'),
        lines: [
          {
            text: call('at 30'),
            verdict: 'holds',
            told: [{ text: call('not without'), rules: [call('Large company'), call('Known')] }],
          },
        ],
      },
      { kind: 'Disqualified', name: '', lines: [{ text: call('customer'), verdict: 'open', told: [] }] },
    ],
    promises: [
      { text: call('promise never MQL when customer'), verdict: 'fails', told: [{ text: call('broken'), rules: [] }] },
    ],
    inputs: [{ kind: 'attribute', name: call('employees'), moves: [call('fit')] }],
    idle: [call('phone')],
  }
}

function coverageOf(call: Call): ModelRead['coverage'] {
  const none = { covered: 0, all: 0 }
  const kinds = { statement: { covered: 3, all: 4 }, condition: { covered: 1, all: 2 }, threshold: none, band: none }
  return {
    tests: 2,
    tally: { covered: 4, all: 6, kinds, impossible: 1 },
    open: [{ place: call('inbound.merit:12'), name: call('Large company'), gaps: [call('never false')] }],
  }
}
