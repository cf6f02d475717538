/** A model's anatomy in the words that `merit inspect` has for it, for a report. */
import {
  type Anatomy,
  type BlockAnatomy,
  type Ends,
  type Reached,
  type Route,
  rangeInWords,
  type ScoreAnatomy,
  type StageAnatomy,
} from '@merit-lang/analysis'
import type { AnatomyTold, OutcomeTold, RangeRow, ReachedTold, ScoreTold } from '@merit-lang/insight'
import {
  blockNotes,
  cellOf,
  contents,
  inputsTold,
  isNothing,
  lineText,
  promiseVerdict,
  routeTold,
  stageVerdict,
  verdictOf,
} from '../anatomy/account.ts'

/** @param about what stands above a score as its documentation */
export function tellAnatomy(anatomy: Anatomy, about: (score: string) => string | undefined): AnatomyTold {
  const { scores, promises, attributes, events } = anatomy
  const [ofLeads, ofEvents] = [inputsTold(attributes), inputsTold(events)]
  return {
    contents: contents(anatomy),
    scores: scores.map(score => scoreTold(score, about(score.name))),
    outcomes: outcomesOf(anatomy),
    promises: promises.map(one => ({
      text: one.text,
      verdict: kept[one.verdict],
      told: [{ text: promiseVerdict(one), rules: [] }],
    })),
    inputs: [
      ...ofLeads.moving.map(({ name, moves }) => ({ kind: 'attribute', name, moves })),
      ...ofEvents.moving.map(({ name, moves }) => ({ kind: 'event', name, moves })),
    ],
    idle: [...ofLeads.idle, ...ofEvents.idle],
  }
}

const kept = { proved: 'holds', broken: 'fails', undecided: 'open' } as const
const reached = { reachable: 'holds', unreachable: 'fails', undecided: 'open' } as const

// ---------------------------------------------------------------- scores

function scoreTold(score: ScoreAnatomy, about: string | undefined): ScoreTold {
  const told = { name: score.name, about, range: rangeInWords(score.range) }
  return score.kind === 'formula'
    ? { ...told, formula: score.text, notes: [], rows: [] }
    : { ...told, notes: blockNotes(score), rows: rowsOf(score, 0) }
}

function rowsOf({ items, multipliers }: BlockAnatomy, depth: number): readonly RangeRow[] {
  return [
    ...items.flatMap(item =>
      item.kind === 'rule'
        ? [{ kind: 'rule' as const, name: item.id, depth, ...rangeOf(item.range), notes: limitNotes(item) }]
        : [
            { kind: 'group' as const, name: item.name, depth, ...rangeOf(item.range), notes: blockNotes(item) },
            ...rowsOf(item, depth + 1),
          ],
    ),
    ...multipliers.map(({ id, factor, verdict }) => ({
      ...{ kind: 'multiplier' as const, name: id, depth, least: '', most: `× ${factor}` },
      notes: verdict === 'unreachable' ? ['never: proved'] : [],
    })),
  ]
}

function rangeOf(range: Ends): Pick<RangeRow, 'least' | 'most' | 'low' | 'high'> {
  const { least, most } = range
  const ends = { low: least.points ?? undefined, high: most.points ?? undefined }
  return { least: cellOf(range, 'least'), most: cellOf(range, 'most'), ...ends }
}

function limitNotes({ range, limits }: Extract<BlockAnatomy['items'][number], { kind: 'rule' }>): readonly string[] {
  if (isNothing(range)) return ['never gives any points: proved']
  return limits.length > 0 ? [`limited by ${limits.join(', ')}`] : []
}

// ---------------------------------------------------------------- outcomes

function outcomesOf(anatomy: Anatomy): readonly OutcomeTold[] {
  const { grades, stages, disqualifications } = anatomy
  const line = (text: string, one: Reached & { readonly route?: Route }) => lineTold(text, one, anatomy)
  const out = disqualifications.map(one => line(one.text, one))
  return [
    ...stages.map(stage => stageTold(stage, line)),
    ...grades.map(({ name, labels }) => ({ kind: 'Grade', name, lines: labels.map(label => line(label.text, label)) })),
    ...(out.length > 0 ? [{ kind: 'Disqualified', name: '', lines: out }] : []),
  ]
}

function stageTold(
  stage: StageAnatomy,
  line: (text: string, one: StageAnatomy['lines'][number]) => ReachedTold,
): OutcomeTold {
  const lines = stage.lines.map(one => line(lineText(stage.text, one.text), one))
  return { kind: 'Stage', name: stage.text, verdict: sentence(stageVerdict(stage)), lines }
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

function lineTold(text: string, one: Reached & { readonly route?: Route }, anatomy: Anatomy): ReachedTold {
  const told = one.route ? routeTold(one.route, anatomy) : [{ text: verdictOf(one), rules: [] }]
  return { text, verdict: reached[one.verdict], told }
}
