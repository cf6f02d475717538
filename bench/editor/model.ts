/**
 * A large model as somebody might have written it: declarations, names, blocks with groups, tables over several lines, grades,
 * stages, promises and tests, with comments and blank lines between. It has no errors, and some hints.
 */

const industries = ['SaaS', 'Fintech', 'Retail', 'Health', 'Energy', 'Media', 'Travel', 'Food']
const assets = ['whitepaper', 'datasheet', 'ebook', 'webinar', 'video', 'trial', 'guide']

type Lines = (i: number) => readonly string[]

const attributes: Lines = i => [`  size_${i}: number 0..1_000_000`, `  note_${i}: text`, `  flag_${i}: boolean`]

const events: Lines = i => [`event touch_${i} { what: one of [${assets.join(', ')}]  size: number  page: text }`]

const names: Lines = i => [
  `let limit_${i} = ${10 + i}`,
  `list domains_${i} = ["rival${i}.com", "other${i}.io"]`,
  `segment target_${i} when industry in [SaaS, Fintech] and size_${i} >= limit_${i}`,
  '',
]

/** Each form in turn; numbers keep any two rules of a block apart. */
const rules: readonly Lines[] = [
  i => [`when industry = ${industries[i % 8]} and employees >= ${i} add ${1 + (i % 9)}`],
  i => [`on touch_${i % 40}(${assets[i % 7]}, size >= ${i}) add ${1 + (i % 20)} decay ${7 + (i % 60)}d`],
  i => [`when country in [DE, AT, CH] and size_${i % 40} > ${i * 10} add ${1 + (i % 5)} as "region ${i}"`],
  i => [
    '# Only what was really read.',
    `on touch_${i % 40}(page like "/p${i}*", size >= 10) within 30d`,
    '  add 2 once per day cap 10',
  ],
  i => [`when title contains any word of ["vp", "director", "level${i}"] add 5`],
  i => [
    `on form_submit(demo) within ${1 + (i % 90)}d add ${10 + (i % 30)} decay linear over ${30 + i}d cooldown 24h`,
    '',
  ],
  i => [`when employees in ${i}..${i + 49} and not customer subtract ${1 + (i % 4)}`],
  i => [`when count of touch_${i % 40} within ${1 + (i % 30)}d >= ${2 + i} add 3`],
  i => [
    `points by size_${i % 40} {`,
    `  0..<${100 + i}: 1`,
    `  ${100 + i}..<${2000 + i}: ${2 + (i % 7)}`,
    `  >= ${2000 + i}: 9`,
    `} as "by size ${i}"`,
  ],
  i => [`when target_${i % 40} and days since created < ${30 + i} add 4`],
  i => [
    'points first {',
    `  target_${i % 40} and flag_${i % 40}: ${5 + (i % 9)}`,
    `  domain(email) in domains_${i % 40}: -${1 + (i % 9)}`,
    '  else: 0',
    `} as "first of ${i}"`,
  ],
  i => [`on unsubscribe within ${1 + i}d subtract ${1 + (i % 9)} at most 3 times`],
]

const many = (count: number, lines: Lines) => Array.from({ length: count }, (_, i) => lines(i)).flat()

const indented = (lines: readonly string[]) => lines.map(line => (line ? `  ${line}` : line))

const block = (head: string, first: number, count: number) => [
  `${head} {`,
  ...indented(many(count, i => (rules[(first + i) % rules.length] as Lines)(first + i))),
  '}',
]

/** A score of rules, and one of groups. */
const score: Lines = i => [
  `## What leads of kind ${i} do.`,
  ...block(`score part_${i} floor 0 cap 500`, i * 60, 30),
  '',
  `score whole_${i} {`,
  ...indented(block(`group first_${i} cap 50`, i * 60 + 30, 15)),
  '',
  ...indented(block(`group second_${i} weight 50%`, i * 60 + 45, 15)),
  '}',
  `grade level_${i} from part_${i} { A at 80, B at 40.5, C at 10, else D }`,
  `qualify stage_${i} at ${20 + i} of part_${i} until below ${i} when target_${i % 40}`,
  '',
]

const test: Lines = i => [
  `test "lead ${i}" {`,
  '  now 2026-06-01',
  `  lead { industry: ${industries[i % 8]}, employees: ${i}, country: DE, flag_${i % 40}: true }`,
  `  event touch_${i % 40}(${assets[i % 7]}, size: ${i}) 3d ago`,
  '  event form_submit(demo) at 2026-05-20',
  `  expect part_${i % 5} >= 0`,
  '}',
]

const head = [
  'model "A large one"',
  'timezone "Europe/Berlin"',
  '',
  'lead {',
  `  industry: one of [${industries.join(', ')}]`,
  '  country: one of [DE, AT, CH, US, FR, GB]',
  '  employees: integer 0..',
  '  title: text',
  '  email: text',
  '  customer: boolean',
  '  created: date',
  ...many(40, attributes),
  '}',
  '',
  'event form_submit { form: one of [demo, contact, newsletter] }',
  'event unsubscribe',
  ...many(40, events),
  '',
  ...many(40, names),
]

/** Of at least this many lines. */
export function modelOf(lines: number): string {
  const text = [...head]
  for (let i = 0; text.length < lines; i++) text.push(...score(i), ...many(6, n => test(6 * i + n)))
  return `${text.join('\n')}\n`
}
