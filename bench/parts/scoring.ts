/** Every contestant on the same leads: the table of times and ratios, and what a model holds in memory. */
import { inChild } from '../child.ts'
import type { Contestant } from '../contestants/contestant.ts'
import { baseline, careful } from '../contestants/hand-written.ts'
import { closures, contributions, generated, onColumns } from '../contestants/merit.ts'
import { peerContestants } from '../contestants/peers.ts'
import { median, ratioOf } from '../median.ts'
import { figure, type PartOptions, type Section, type Target, table } from '../section.ts'
import type { Cell, CellInput, Measured } from './cell.ts'

const sizes = [20, 200, 2000] as const
type Size = (typeof sizes)[number]

/** One table: the same leads for models of each size. */
interface Race extends Omit<Cell, 'rules'> {
  readonly title: string
}

const attributesOnly: Race = {
  title: 'Rules on attributes only, no events',
  work: 'attributes',
  events: 0,
  times: 'ISO text',
}
const mixed = (events: number, times: Cell['times']): Race => ({
  title: `60 % rules on attributes, 40 % on events; ${events} events, times as ${times}`,
  work: 'mixed',
  events,
  times,
})
const isoRace = mixed(40, 'ISO text')
const dateRace = mixed(40, 'Date')
const races = [attributesOnly, mixed(0, 'ISO text'), mixed(10, 'ISO text'), isoRace, dateRace, mixed(1000, 'ISO text')]

class Measurements {
  readonly #cells = new Map<string, readonly Measured[]>()

  add({ title }: Race, size: Size, measured: readonly Measured[]): void {
    this.#cells.set(`${title}, ${size}`, measured)
  }

  of({ title }: Race, size: Size): readonly Measured[] {
    return this.#cells.get(`${title}, ${size}`) ?? []
  }

  /** How many times as long one takes as another, on the same leads. */
  ratio(race: Race, size: Size, one: Contestant, other: Contestant): number {
    const timesOf = ({ name }: Contestant) => timesIn(this.of(race, size).find(measured => measured.name === name))
    return ratioOf(timesOf(one), timesOf(other))
  }
}

const timesIn = (measured: Measured | undefined): readonly number[] =>
  measured === undefined || typeof measured.times === 'string' ? [] : measured.times

/** The time, and what it is in relation to the two that are written by hand. */
function cellsOf(measured: Measured | undefined, bases: readonly (readonly number[])[]): readonly string[] {
  const { times = '–' } = measured ?? {}
  if (typeof times === 'string') return [times, ...bases.map(() => '–')]
  return [figure(median(times)), ...bases.map(base => figure(ratioOf(times, base)))]
}

function raceTable(measurements: Measurements, race: Race): string {
  const find = (size: Size, name: string) => measurements.of(race, size).find(measured => measured.name === name)
  const timed = ({ name }: Measured) => sizes.some(size => timesIn(find(size, name)).length > 0)
  const all = measurements.of(race, 20)
  const rows = all.filter(timed).map(({ name }) => [
    name,
    ...sizes.flatMap(size => {
      const bases = [baseline, careful].map(base => timesIn(find(size, base.name)))
      return cellsOf(find(size, name), bases)
    }),
  ])
  const absent = all.filter(measured => !timed(measured)).map(({ name, times }) => `${name} (${times})`)
  return [
    `### ${race.title}`,
    table(['a lead', ...sizes.flatMap(size => [`${size} rules, ns`, '/ by hand', '/ by hand, checks'])], rows),
    ...(absent.length > 0 ? [`Not in this: ${absent.join(', ')}.`] : []),
  ].join('\n\n')
}

const kilobytesText = (value: number) => (value < 1 ? '< 1' : figure(value))

function memoryTable(measurements: Measurements): string {
  const kilobytes = (size: Size, name: string) =>
    measurements.of(attributesOnly, size).find(measured => measured.name === name)?.kilobytes ?? Number.NaN
  const rows = measurements
    .of(attributesOnly, 20)
    .map(({ name }) => [name, ...sizes.map(size => kilobytesText(kilobytes(size, name)))])
    .filter(([, ...cells]) => cells.some(cell => cell !== '–'))
  return `### Memory of one model, rules on attributes only\n\n${table(['KB', ...sizes.map(size => `${size} rules`)], rows)}`
}

const atMost = (limits: readonly [number, number, number]) =>
  sizes.map((size, i) => ({ size, bound: { atMost: limits[i] as number } }))

function targetsOf(measurements: Measurements): readonly Target[] {
  const against = (race: Race, one: Contestant, other: Contestant, limits: readonly [number, number, number]) =>
    atMost(limits).map(({ size, bound }) => ({
      what: `${one.name} / ${other.name}, ${race.events} events, times as ${race.times}, ${size} rules`,
      value: measurements.ratio(race, size, one, other),
      bound,
    }))
  const jsonRulesEngine = peerContestants.find(({ name }) => name === 'json-rules-engine') as Contestant
  return [
    ...[isoRace, dateRace].flatMap(race => [
      ...against(race, closures, baseline, [1.3, 1.2, 0.5]),
      ...against(race, generated, baseline, [1, 0.8, 0.25]),
      ...against(race, contributions, closures, [1.3, 1.3, 1.3]),
    ]),
    // Columns hold times as numbers, so they are set beside times that need no reading.
    ...against(dateRace, onColumns, baseline, [0.3, 0.3, 0.08]),
    {
      what: `json-rules-engine / ${closures.name}, attributes only, 20 rules`,
      value: measurements.ratio(attributesOnly, 20, jsonRulesEngine, closures),
      bound: { atLeast: 500 },
    },
  ]
}

const howToRead = `### How to read this

One lead has 25 attributes, one in ten of them unknown, and its events, oldest first. All contestants get the same rules, printed from
one list (\`bench/work\`), and the same leads; their scores are checked to be equal before anything is timed (Merit's exactly, the others'
but for rounding), and those who check their data also on leads with a quarter of their values wrong. Each number of rules of each table
is a process of its own. In it they take turns, in each of the rounds on leads just parsed from JSON, their own copies: no string was
compared or hashed before. Two of the four texts are free texts, with a new word in each round, so that none was met before; two, as job
titles do, repeat: there are a thousand of each. Values of enums repeat, too (Merit remembers what it found out about a value). Parsing is not timed. *ns* is the median over the rounds. The two columns
beside it are medians over the rounds of ratios in the same round: to \`${baseline.name}\` and to \`${careful.name}\`.
Below 1 is faster than that. Targets are ratios to the first.

- *Hand-written JavaScript* is what an expert writes for speed who trusts the data: one function, each attribute that a rule asks for read
  once, one \`if\` for each rule, one loop over the events with a \`switch\` on the type; the time of an event is parsed only when a rule
  asks for its age. It compares letter by letter, checks no value, rounds nothing. V8 never optimises a function as long as 2,000 rules
  make it; the second line has the same rules in functions of 100.
- *Hand-written, checks its data* does by hand what Merit does besides the rules: every attribute, event, time and property is checked
  against its declaration, wrong ones are counted, texts are compared without regard to case. Then the same rules, in functions of 100. It
  parses the time of every event with \`Date.parse\`, which is most of its time where times are text and rules are few; where they are
  Date objects, that is left out.
- *Merit* checks all of that, says in words what is wrong, and gives exact points. With few rules most of its time is the reading and
  checking of the lead, which the first contestant does not do: the second ratio leaves that difference out. A *generated module* with
  \`issues: false\` may leave out checks whose outcome no rule asks for. *Lead read before* scores a lead again for another instant: it was
  read into columns, and scored for the day before, so that neither reading nor the comparison of its texts is in the time; to
  be set beside those who get times as Date objects. *On columns* reads leads that are in columns already; *live* takes in one more event
  and asks for the score.
- Other engines get regular expressions, the age of an event and the decay as functions of ours where they have none. Who took more than
  a quarter of a second for one lead was not timed further. What a native engine holds outside JavaScript's heap is not in its memory.`

export async function scoring({ folder, quick, say }: PartOptions): Promise<Section> {
  const measurements = new Measurements()
  for (const { title, ...race } of races) {
    for (const rules of sizes) {
      say(`${title}, ${rules} rules`)
      const input: CellInput = { ...race, rules, rounds: quick ? 3 : 9, memory: race.events === 0, folder }
      measurements.add({ title, ...race }, rules, inChild('bench/parts/cell.ts', input))
    }
  }
  return {
    title: 'Scoring one lead',
    targets: targetsOf(measurements),
    body: [...races.map(race => raceTable(measurements, race)), memoryTable(measurements), howToRead].join('\n\n'),
  }
}
