/** Whole sentences to fill in, offered where their first word may stand. */
import { type Completion, completion, filledIn, ranks } from './item.ts'
import type { Situation } from './situation.ts'

interface Snippet {
  readonly label: string
  /** The keyword that it begins with. */
  readonly word: string
  /** `<…>` is filled in, with this to begin with; `<a,b>` is a choice. */
  readonly body: string
  readonly doc: string
  /** The rule of the grammar that must ask for the word, where it asks in several. */
  readonly rule?: string
}

const snippets: readonly Snippet[] = [
  {
    label: 'when … add',
    word: 'when',
    rule: 'rule',
    body: 'when <condition> add <10>',
    doc: 'Points for leads for whom a condition holds.',
  },
  {
    label: 'on … add',
    word: 'on',
    body: 'on <event> add <10> decay <30d>',
    doc: 'Points for each event, fading with its age.',
  },
  {
    label: 'points by …',
    word: 'points',
    body: 'points by <attribute> {\n  <value>: <10>\n  else: <0>\n}',
    doc: 'A table of points over one value.',
  },
  {
    label: 'points first …',
    word: 'points',
    body: 'points first {\n  <condition>: <10>\n  else: <0>\n}',
    doc: 'A table of conditions, of which the first that holds counts.',
  },
  { label: 'group …', word: 'group', body: 'group <name> cap <50> {\n  <>\n}', doc: 'Rules that share a cap.' },
  {
    label: 'default decay …',
    word: 'default',
    body: 'default decay <30d>',
    doc: 'For each event rule of the block that says nothing itself.',
  },
  {
    label: 'score …',
    word: 'score',
    body: 'score <name> floor 0 cap <100> {\n  <>\n}',
    doc: 'A block of rules that add up.',
  },
  {
    label: 'score … = …',
    word: 'score',
    body: 'score <total> = <0.4> * <fit> + <0.6> * <engagement>',
    doc: 'A score made of other scores.',
  },
  {
    label: 'grade … from …',
    word: 'grade',
    body: 'grade <tier> from <total> {\n  A at <80>\n  B at <60>\n  else <C>\n}',
    doc: 'Letters for a score.',
  },
  {
    label: 'qualify … at …',
    word: 'qualify',
    body: 'qualify <MQL> at <50>',
    doc: 'When a lead reaches a stage.',
  },
  {
    label: 'disqualify … when …',
    word: 'disqualify',
    body: 'disqualify "<reason>" when <condition>',
    doc: 'Rules a lead out of every stage.',
  },
  {
    label: 'promise never … when …',
    word: 'promise',
    body: 'promise never <MQL> when <condition>',
    doc: 'What must hold for every lead.',
  },
  {
    label: 'lead { … }',
    word: 'lead',
    rule: 'lead',
    body: 'lead {\n  <industry>: <text>\n}',
    doc: 'Declares what is known about a lead.',
  },
  {
    label: 'event … { … }',
    word: 'event',
    rule: 'event',
    body: 'event <name> { <property>: <text> }',
    doc: 'Declares what a lead can do.',
  },
  {
    label: 'event … from …',
    word: 'event',
    rule: 'event',
    body: 'event <name> from <event> or <event>',
    doc: 'A name for events of several kinds.',
  },
  {
    label: 'list … = […]',
    word: 'list',
    rule: 'listDeclaration',
    body: 'list <name> = ["<value>"]',
    doc: 'Names a list of values.',
  },
  { label: 'let … = …', word: 'let', body: 'let <name> = <value>', doc: 'Names a value.' },
  {
    label: 'segment … when …',
    word: 'segment',
    body: 'segment <name> when <condition>',
    doc: 'Names a condition.',
  },
  {
    label: 'test … { … }',
    word: 'test',
    body: 'test "<what is expected>" {\n  now <2026-06-01>\n  lead { <> }\n  event <event> <3d> ago\n  expect <total> = <10>\n}',
    doc: 'A lead, and what is expected of it.',
  },
  { label: 'lead { … }', word: 'lead', rule: 'leadLine', body: 'lead { <> }', doc: 'The lead of the test.' },
  {
    label: 'event … ago',
    word: 'event',
    rule: 'eventLine',
    body: 'event <event> <3d> ago',
    doc: 'Something that the lead of the test did.',
  },
  {
    label: 'expect rule …',
    word: 'expect',
    body: 'expect rule "<label>" <matched,not matched,input missing>',
    doc: 'What became of a rule.',
  },
  { label: 'one of […]', word: 'one', body: 'one of [<A>, <B>]', doc: 'One of several values.' },
  {
    label: 'list of […]',
    word: 'list',
    rule: 'type',
    body: 'list of [<a>, <b>]',
    doc: 'Several values out of a list.',
  },
]

export function snippetsAt({ here: { ways } }: Situation): readonly Completion[] {
  const fitting = snippets.filter(({ word, rule }) =>
    ways.some(way => way.kind === word && (rule === undefined || way.frame.rule === rule)),
  )
  return fitting.map(({ label, body, doc }) =>
    completion(label, 'snippet', ranks.snippet, { ...filledIn(body), detail: doc }),
  )
}

/** `points by x { ▮ }`: a row for each value that has none yet. */
export function remainingRows(values: readonly Completion[]): readonly Completion[] {
  const open = values.filter(({ kind, rank }) => kind === 'value' && rank < ranks.later)
  if (open.length < 2) return []
  const rows = filledIn(open.map(({ insert }) => `${insert}: <0>`).join('\n'))
  return [
    completion('all remaining values', 'snippet', ranks.good, {
      ...rows,
      detail: open.map(({ label }) => label).join(', '),
    }),
  ]
}
