/** The anatomy of a model as a page, for reviews and wikis. */
import {
  type BlockAnatomy,
  type Ends,
  type GroupAnatomy,
  inWords,
  type Reached,
  type Route,
  type RuleAnatomy,
  rangeInWords,
  type ScoreAnatomy,
  type Witness,
} from '@merit-lang/analysis'
import { code, codeInCell, plain } from '../markdown.ts'
import {
  type AnatomyOptions,
  blockNotes,
  cellOf,
  contents,
  inputsTold,
  isNothing,
  lineText,
  promiseVerdict,
  routeTold,
  stageVerdict,
  such,
  verdictOf,
} from './account.ts'

export function anatomyAsMarkdown(options: AnatomyOptions): string {
  const { anatomy, model } = options
  const sections = [
    [`# ${plain(anatomy.name === '' ? model : anatomy.name)}`, `Revision ${anatomy.revision}: ${contents(anatomy)}.`],
    ...anatomy.scores.map(score => scoreSection(score, options)),
    ...anatomy.grades.map(({ name, labels }) => [
      `## Grade ${plain(name)}`,
      bullets(
        labels.map(label => [label.text, label]),
        options,
      ),
    ]),
    ...anatomy.stages.map(stage => [
      `## Stage ${plain(stage.text)}`,
      `${sentence(stageVerdict(stage))}${suchAs(stage.witness, options)}`,
      bullets(
        stage.lines.map(line => [lineText(stage.text, line.text), line]),
        options,
      ),
    ]),
    section(
      'Disqualified',
      bullets(
        anatomy.disqualifications.map(one => [one.text, one]),
        options,
      ),
    ),
    section('Promises', promises(options)),
    section('Attributes and events', inputs(options)),
  ]
  return sections
    .flat()
    .filter(text => text !== '')
    .join('\n\n')
}

const section = (title: string, body: string) => (body === '' ? [] : [`## ${title}`, body])

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

function suchAs(witness: Witness | undefined, { witnesses, program }: AnatomyOptions): string {
  return witnesses && witness ? ` ${sentence(plain(such(witness, program)))}` : ''
}

// ---------------------------------------------------------------- scores

function scoreSection(score: ScoreAnatomy, options: AnatomyOptions): string[] {
  const head = [`## Score ${plain(score.name)}: ${rangeInWords(score.range)}`]
  if (score.kind === 'formula') return [...head, code(score.text), endsList(score.range, options)]
  const list = blockNotes(score).map(note => `- ${note}`)
  return [...head, list.join('\n'), endsList(score.range, options), table(score)]
}

function endsList({ least, most }: Ends, { witnesses, program }: AnatomyOptions): string {
  const ends = Object.entries({ least, most }).flatMap(([name, { points, witness }]) =>
    witness && points !== 0 ? [`- ${name}: ${plain(inWords(program, witness))}`] : [],
  )
  return witnesses ? ends.join('\n') : ''
}

function table(block: BlockAnatomy): string {
  return ['| least | most | rule | limited by |', '| ---: | ---: | --- | --- |', ...rows(block, '')].join('\n')
}

function rows(block: BlockAnatomy, within: string): string[] {
  return [
    ...block.items.flatMap(item => (item.kind === 'rule' ? [ruleRow(item, within)] : groupRows(item, within))),
    ...block.multipliers.map(
      ({ id, factor, verdict }) =>
        `|  | × ${factor} | ${within}${codeInCell(id)} | ${verdict === 'unreachable' ? 'never' : ''} |`,
    ),
  ]
}

function ruleRow({ id, range, limits }: RuleAnatomy, within: string): string {
  const note = isNothing(range) ? 'never gives any points' : limits.join(', ')
  return `| ${cellOf(range, 'least')} | ${cellOf(range, 'most')} | ${within}${codeInCell(id)} | ${note.replaceAll('|', '\\|')} |`
}

function groupRows(group: GroupAnatomy, within: string): string[] {
  const row = `| ${cellOf(group.range, 'least')} | ${cellOf(group.range, 'most')} | ${within}**${plain(group.name)}** | ${blockNotes(group).join('; ')} |`
  return [row, ...rows(group, `${within}↳ `)]
}

// ---------------------------------------------------------------- what scores lead to

function bullets(
  ones: readonly (readonly [name: string, one: Reached & { readonly route?: Route }])[],
  options: AnatomyOptions,
): string {
  return ones
    .map(
      ([name, one]) => `- ${code(name)}: ${howOf(one, options)}.${suchAs(one.route?.witness ?? one.witness, options)}`,
    )
    .join('\n')
}

function howOf(one: Reached & { readonly route?: Route }, { anatomy }: AnatomyOptions): string {
  if (!one.route) return verdictOf(one)
  return routeTold(one.route, anatomy)
    .map(({ text, rules }) => [text, rules.map(code).join(', ')].filter(Boolean).join(' '))
    .join('; ')
}

function promises(options: AnatomyOptions): string {
  return options.anatomy.promises
    .map(promise => `- ${code(promise.text)}: ${promiseVerdict(promise)}.${suchAs(promise.witness, options)}`)
    .join('\n')
}

function inputs({ anatomy }: AnatomyOptions): string {
  const { moving, idle } = inputsTold([...anatomy.attributes, ...anatomy.events])
  if (moving.length + idle.length === 0) return ''
  const table = [
    '| name | moves |',
    '| --- | --- |',
    ...moving.map(({ name, moves }) => `| ${codeInCell(name)} | ${moves.map(plain).join(', ')} |`),
  ]
  return [table.join('\n'), ...(idle.length > 0 ? [`Nothing follows from ${idle.map(plain).join(', ')}.`] : [])].join(
    '\n\n',
  )
}
