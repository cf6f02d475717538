/** What is said of texts, held against the reference evaluator: all short texts over a few letters, and texts of any kind. */
import { fold } from '@merit-lang/runtime/reference'
import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersOf } from '../answers.ts'
import { textDomain } from './domain.ts'
import { groupsOf } from './groups.ts'
import { Oracle } from './oracle.ts'
import { Search } from './search.ts'
import { type Asked, asking } from './testing.ts'
import { worldOf } from './world.ts'

// ---------------------------------------------------------------- conditions

const letters = ['a', 'b', '@', ' ', '.']
const word = fc
  .array(fc.constantFrom(...letters, 'A', 'é', 'İ', '中', '_', '1'), { minLength: 1, maxLength: 3 })
  .map(parts => JSON.stringify(parts.join('')))
const subject = fc.oneof({ weight: 3, arbitrary: fc.constant('t') }, { weight: 1, arbitrary: fc.constant('domain(t)') })
const operator = fc.constantFrom('contains', 'starts with', 'ends with', 'contains word', '=')
const pattern = fc.constantFrom('a*', '*b', 'a?b', '*@*', 'a*b*a', '*', '? ?').map(glob => `like "${glob}"`)
const regex = fc
  .constantFrom(
    '^a',
    'b$',
    '\\\\bab\\\\b',
    '[^a]b',
    'a{2,3}',
    '(a|b)@',
    '^[\\\\w.]+@[a-c]+$',
    'é|\\\\s',
    '(?m)^b$',
    '\\\\B@',
  )
  .map(regex => `matches "${regex}"`)
const list = fc.array(word, { minLength: 1, maxLength: 3 }).map(words => `[${words.join(', ')}]`)
const leaf: Arbitrary<string> = fc.oneof(
  fc.tuple(subject, operator, word).map(parts => parts.join(' ')),
  fc.tuple(subject, fc.oneof(pattern, regex)).map(parts => parts.join(' ')),
  fc
    .tuple(subject, fc.constantFrom('in', 'contains any of', 'contains any word of'), list)
    .map(parts => parts.join(' ')),
  fc
    .tuple(subject, fc.constantFrom('<=', '=', '>'), fc.nat(4))
    .map(([of, order, number]) => `length(${of}) ${order} ${number}`),
  subject.map(of => `${of} is known`),
)
const condition: Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: leaf },
  {
    weight: 1,
    arbitrary: fc
      .tuple(leaf, fc.constantFrom('and', 'or', 'and not'), leaf)
      .map(([a, how, b]) => `(${a}) ${how} (${b})`),
  },
)

const asked: Arbitrary<Asked> = fc
  .tuple(
    fc.uniqueArray(condition, { minLength: 1, maxLength: 8 }),
    fc.constantFrom('text', 'text unknown in ["a", "b@"]', 'text required'),
  )
  .map(([conditions, type]) => asking(conditions, type))

// ---------------------------------------------------------------- texts

/** All texts over the letters, up to this length. */
function shortTexts(length: number): string[] {
  const shorter = length === 0 ? [] : shortTexts(length - 1)
  const longest = length === 0 ? [''] : shorter.filter(text => text.length === length - 1)
  return length === 0 ? longest : [...shorter, ...longest.flatMap(text => letters.map(letter => text + letter))]
}
const short = shortTexts(4)

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom(...letters, 'A', 'É', 'İ', '中', '_', '1', '\n', '\u00a0', '\ud83d', '😀'),
    maxLength: 8,
  }),
)

function parts({ attribute, atoms, program }: Asked) {
  const isValue = (value: string | null) =>
    value === null ? !attribute.required : value !== '' && !attribute.unknownIn.includes(fold(value))
  const subject = { kind: 'attribute', index: 0 } as const
  return { isValue, answers: answersOf(program, subject, atoms), world: worldOf(attribute, subject, atoms, program) }
}

describe('a search', () => {
  it('finds a text as short as any that is as wanted, and one wherever there is one', () => {
    fc.assert(
      fc.property(asked, fc.array(anyText, { maxLength: 20 }), (asked, texts) => {
        const { isValue, answers, world } = parts({ ...asked, atoms: asked.atoms.slice(0, 3) })
        const { formulas, admitted } = world
        const search = new Search([...formulas, ...admitted.map(({ formula }) => formula)])
        for (const [way, length] of shortestWays([...short, ...texts].filter(isValue), answers)) {
          const wanted = formulas.map((formula, i) => ({ formula, holds: way.split(',')[i] === 'true' }))
          const answer = search.shortest([...wanted, ...admitted], { left: 1e6 })
          if (typeof answer === 'string') return expect.fail(`${answer}, though there is a text for ${way}`)
          expect(isValue(answer.text)).toBe(true)
          expect(answers(answer.text).join()).toBe(way)
          expect(Array.from(answer.text).length <= length).toBe(true)
        }
      }),
      { numRuns: 80 },
    )
  })
})

/** By what the conditions are: the length of the shortest text for which they are that. */
function shortestWays(
  texts: readonly string[],
  answers: (text: string) => readonly boolean[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const text of texts) {
    const way = answers(text).join()
    found.set(way, Math.min(Array.from(text).length, found.get(way) ?? text.length))
  }
  return found
}

describe('classes of texts', () => {
  it('have every text in them', () => {
    fc.assert(
      fc.property(asked, fc.array(anyText, { maxLength: 20 }), (asked, texts) => {
        const { isValue, answers } = parts(asked)
        const { groups } = textDomain(asked.attribute, asked.atoms, 'attribute', asked.program)
        const known = groups.map(({ classes }) => new Set(classes.map(({ holds, unknown }) => `${unknown} ${holds}`)))
        for (const value of [null, ...texts, ...short].filter(isValue)) {
          const truths = answers(value)
          groups.forEach(({ atoms }, group) => {
            const own = `${value === null} ${atoms.map(atom => truths[atom])}`
            if (!known[group]?.has(own)) expect.fail(`${JSON.stringify(value)} is in none of the classes: ${own}`)
          })
        }
      }),
      { numRuns: 80 },
    )
  })

  it('come with texts that are in them', () => {
    fc.assert(
      fc.property(asked, asked => {
        const { isValue, answers, world } = parts(asked)
        const oracle = new Oracle(world)
        oracle.prepare()
        for (const { conditions, vectors } of groupsOf(oracle))
          for (const { holds, text } of vectors) {
            if (text === undefined) expect.fail('No text was found in time.')
            expect(isValue(text)).toBe(true)
            expect(conditions.map(condition => answers(text)[condition])).toEqual(holds)
          }
      }),
      { numRuns: 80 },
    )
  })

  it('give values that are in all that were picked', () => {
    fc.assert(
      fc.property(asked, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (asked, random) => {
        const { isValue, answers } = parts(asked)
        const { groups, valuesIn } = textDomain(asked.attribute, asked.atoms, 'attribute', asked.program)
        const picks = groups.map(({ classes }, group) => (random[group] ?? 0) % classes.length)
        for (const value of valuesIn(picks)) {
          expect(isValue(value)).toBe(true)
          groups.forEach(({ atoms, classes }, group) => {
            expect(atoms.map(atom => answers(value)[atom])).toEqual(classes[picks[group] ?? 0]?.holds)
          })
        }
      }),
      { numRuns: 80 },
    )
  })
})
