import { describe, expect, it } from 'vitest'
import { inlayHints } from './inlay-hints.ts'
import { Models } from './models.ts'
import { proved, workspaceOf } from './testing.ts'
import type { Settings } from './workspace.ts'

/** The text with each hint in its place, in angle brackets. */
function shown(text: string, start = 0, end = text.length): string {
  const source = { path: '/model.merit', text }
  const hints = inlayHints(proved(workspaceOf({ [source.path]: text })), { source, start, end })
  return hints.reduceRight((result, hint) => `${result.slice(0, hint.at)}‹${hint.text}›${result.slice(hint.at)}`, text)
}

const settings: Settings = { inlayHints: true, lenses: true, samples: undefined }

const lines = (...list: readonly string[]) => list.join('\n')

describe('inlay hints', () => {
  it.each([
    [
      'types that follow from use, at the first',
      'when industry in [SaaS, Retail] add 5\nwhen industry = Fintech and seats > 5 add 1',
      'when industry‹: one of [SaaS, Retail, Fintech]› in [SaaS, Retail] add 5\nwhen industry = Fintech and seats‹: number› > 5 add 1',
    ],
    [
      'no types of what is declared',
      'lead { seats: integer }\nwhen seats > 5 add 1',
      'lead { seats: integer }\nwhen seats > 5 add 1',
    ],
    [
      'which score a stage reads, and that one line is enough',
      lines('lead { a: boolean }', 'when a add 50', 'qualify MQL at 50', 'qualify MQL when a'),
      lines(
        'lead { a: boolean }',
        'when a add 50',
        'qualify MQL at 50‹ of total, at most 50›',
        '‹or ›qualify MQL when a',
      ),
    ],
    [
      'the decay that a rule takes from its block, and half-lives',
      lines(
        'score heat {',
        '  default decay 30d',
        '  on a add 5 once cap 2',
        '  on b add 5 decay linear over 9d',
        '  on c add 5 no decay',
        '}',
      ),
      lines(
        'score heat {',
        '  default decay 30d‹ half-life›',
        '  on a add 5 once‹ decay 30d› cap 2',
        '  on b add 5 decay linear over 9d',
        '  on c add 5 no decay',
        '}',
      ),
    ],
    [
      'what a score can reach',
      lines(
        'lead { a: boolean  size: integer 0..10 }',
        'score fit cap 100 {',
        '  when a add 40',
        '  when not a subtract 10',
        '  when size > 5 add size * 2',
        '  when a multiply by 150%',
        '}',
        'score all floor 0 {',
        '  when a add 40',
        '  group web cap 30 { on visit add 5 }',
        '  on call add 5 at most 3 times',
        '}',
        'score total = 0.5 * fit + all',
      ),
      lines(
        'lead { a: boolean  size: integer 0..10 }',
        'score fit‹ at most 90› cap 100 {',
        '  when a add 40',
        '  when not a subtract 10',
        '  when size > 5 add size * 2‹ at most 20›',
        '  when a multiply by 150%',
        '}',
        'score all‹ at most 85› floor 0 {',
        '  when a add 40',
        '  group web cap 30 { on visit add 5 }',
        '  on call add 5 at most 3 times‹ at most 15›',
        '}',
        'score total‹ at most 130› = 0.5 * fit + all',
      ),
    ],
    [
      'what no lead can have together does not count together',
      'lead { size: integer 0.. }\nscore fit {\n  when size > 5 add 20\n  when size < 3 add 10\n}',
      'lead { size: integer 0.. }\nscore fit‹ at most 20› {\n  when size > 5 add 20\n  when size < 3 add 10\n}',
    ],
    [
      'what a table gives, and nothing where a cap says it',
      lines(
        'lead { i: one of [A, B] }',
        'score fit cap 100 {',
        '  points by i { A: 5  B: 20  else: 0 }',
        '  on visit add 5 cap 80',
        '}',
      ),
      lines(
        'lead { i: one of [A, B] }',
        'score fit cap 100 {',
        '  points by i { A: 5  B: 20  else: 0 }‹ at most 20›',
        '  on visit add 5 cap 80',
        '}',
      ),
    ],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it('say nothing that is not proved yet, and meanwhile what was proved before', () => {
    const path = '/model.merit'
    const models = new Models()
    const hints = (text: string) => {
      models.set(path, text)
      const workspace = models.workspace(settings)
      return { workspace, said: () => inlayHints(workspace, { source: { path, text }, start: 0, end: text.length }) }
    }
    const told = ({ said }: ReturnType<typeof hints>) =>
      said().map(({ text, why }) => `${text}: ${why.slice(0, why.indexOf(' '))}`)
    const text = 'lead { a: boolean }\nscore s {\n  when a add 5\n  on visit add 5 at most 3 times\n}'
    const first = hints(text)
    expect(told(first)).toEqual([])
    proved(first.workspace)
    expect(told(first)).toEqual([' at most 20: Proved:', ' at most 15: Proved:'])
    const broken = hints(text.replace('when a', 'when'))
    proved(broken.workspace)
    expect(told(broken)).toEqual([' at most 20: Proved', ' at most 15: Proved'])
    const last = hints(text.replace('3 times', '4 times'))
    expect(told(last)).toEqual([' at most 20: Proved'])
    proved(last.workspace)
    expect(told(last)).toEqual([' at most 25: Proved:', ' at most 20: Proved:'])
  })

  it('are those of the piece that is shown', () => {
    const text = 'when a add 5\nwhen b add 5'
    expect(shown(text, text.indexOf('\n'))).toBe('when a add 5\nwhen b‹: boolean› add 5')
  })

  it('are off unless asked for', () => {
    const source = { path: '/model.merit', text: 'when a add 5' }
    const workspace = workspaceOf({ [source.path]: source.text }, { ...settings, inlayHints: false })
    expect(inlayHints(workspace, { source, start: 0, end: 12 })).toEqual([])
  })

  it('are given of broken text, and of what is defined by itself', () => {
    expect(shown('let x = y\nlet y = x\nwhen x > 5 add y\nscore s {')).toContain('let x')
    expect(shown('score a = b\nscore b = a')).toContain('score a')
  })
})
