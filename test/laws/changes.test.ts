/** What is changed in a model is said, from both sides alike; a model written otherwise has no changes. */
import { format } from '@merit-lang/language'
import { readBundle, writeBundle } from '@merit-lang/runtime'
import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../packages/insight/src/changes/change.ts'
import { changesBetween } from '../../packages/insight/src/changes/changes.ts'
import { refactoringsAt } from '../../packages/language-server/src/service/actions/actions.ts'
import { cases } from '../../packages/language-server/src/service/actions/refactor/cases.fixture.ts'
import { workspaceOf } from '../../packages/language-server/src/service/testing.ts'
import { edited } from '../../packages/language-server/src/service/trial.ts'
import { fittingLead, inlined, model, now, render, reordered } from '../generators/index.ts'
import { declarations } from '../generators/schema.ts'
import { compile, outcomeOf, score } from '../pipeline.ts'
import { runs } from './settings.ts'

const changes = (before: string, after: string) => changesBetween(compile(before), compile(after)).entries

const leads = fc.sample(fittingLead, { numRuns: 25, seed: 7 })

function outcomes(text: string) {
  const program = compile(text)
  return leads.map(lead => outcomeOf(score(program, lead, now)))
}

/** Two models with much in common: numbers and names of one are others in the other, lines are gone. */
const relatives: Arbitrary<readonly [string, string]> = fc
  .tuple(model, fc.array(fc.tuple(fc.nat(200), fc.constantFrom('number', 'name', 'line')), { maxLength: 4 }))
  .map(([parts, edits]) => {
    const text = render(parts)
    return [text, edits.reduce((left, [place, what]) => changedAt(left, place, what), text)] as const
  })
  .filter(([, text]) => compiles(text))

const mistakes = {
  number: /\b\d+\b/g,
  name: /\b(?:SaaS|Fintech|download|page_view)\b/g,
  line: /^.*\b(?:add|subtract)\b.*$/gm,
}

function changedAt(text: string, place: number, what: keyof typeof mistakes): string {
  const found = [...text.matchAll(mistakes[what])]
  const match = found[place % Math.max(1, found.length)]
  if (!match) return text
  const instead = { number: String(1 + (place % 40)), name: match[0] === 'SaaS' ? 'Fintech' : match[0], line: '' }[what]
  return text.slice(0, match.index) + instead + text.slice(match.index + match[0].length)
}

function compiles(text: string): boolean {
  try {
    return compile(text) !== undefined
  } catch {
    return false
  }
}

describe('no changes has a model that is', () => {
  it('laid out otherwise', () => {
    const law = fc.property(model, parts => {
      const text = render(parts)
      const formatted = format({ path: 'model.merit', text })
      expect(changes(text, 'text' in formatted ? formatted.text : '')).toEqual([])
      expect(changes(text, `# said first\n${text.replaceAll('\n', '\r\n')}`)).toEqual([])
    })
    fc.assert(law, runs(15))
  })

  it('read from a bundle, also beside another version', () => {
    const law = fc.property(relatives, ([text, other]) => {
      const [program, after] = [compile(text), compile(other)]
      const bundled = readBundle(writeBundle({ program, compiler: '1.0.0', docs: [] })).program
      expect(changesBetween(program, bundled).entries).toEqual([])
      expect(changesBetween(bundled, after)).toEqual(changesBetween(program, after))
    })
    fc.assert(law, runs(15))
  })

  it('in another order', () => {
    const law = fc.property(model, parts => {
      expect(changes(render(parts), render(reordered(parts, items => [...items].reverse())))).toEqual([])
    })
    fc.assert(law, runs(15))
  })

  it.each(['competitors', 'target', 'warm', 'effort', 'threshold'])('without the definition of %s', name => {
    const law = fc.property(model, parts => {
      expect(changes(render(parts), render(inlined(parts, name)))).toEqual([])
    })
    fc.assert(law, runs(8))
  })
})

/** A declared list makes all other values unknown, which is why one declares it. */
const isAlikeInForm = (title: string) => !title.startsWith('Declare ')

describe('refactorings', () => {
  it.each(cases.filter(({ title }) => isAlikeInForm(title)))('$title: $before', ({ before, after }) => {
    const [one, other] = [before.replaceAll('▮', ''), after].map(withDeclarations) as [string, string]
    expect(changes(one, other)).toEqual([])
  })

  it('change nothing wherever they are offered', () => {
    const law = fc.property(model, fc.nat(), (parts, pick) => {
      const text = render(parts)
      const workspace = workspaceOf({ '/model.merit': text })
      const source = workspace.parsed('/model.merit')?.ast.span.source
      if (!source) throw new Error('not parsed')
      const start = pick % text.length
      for (const action of refactoringsAt(workspace, { source, start, end: start }))
        if (isAlikeInForm(action.title)) expect(changes(text, edited(source, action.edits())), action.title).toEqual([])
    })
    fc.assert(law, runs(15))
  })
})

/** Where the text does not declare the lead itself. */
function withDeclarations(text: string): string {
  return /^(lead|event) /m.test(text) ? text : [...declarations, text].join('\n')
}

const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const

/** As it is looked at from the other version. */
function mirrored({ kind, name, formerly, within, formerlyWithin, aspects, before, after, ...rest }: Change): Change {
  return {
    ...rest,
    kind: turned[kind],
    name: formerly ?? name,
    ...(formerly !== undefined && { formerly: name }),
    within: formerlyWithin ?? within,
    ...(formerlyWithin && { formerlyWithin: within }),
    aspects: aspects.map(({ aspect, before, after }) => ({
      aspect,
      ...(after !== undefined && { before: after }),
      ...(before !== undefined && { after: before }),
    })),
    ...(after && { before: after }),
    ...(before && { after: before }),
  }
}

const sorted = (entries: readonly Change[]) =>
  entries
    .map(({ aspects, ...rest }) => ({ ...rest, aspects: aspects.map(one => JSON.stringify(one)).sort() }))
    .map(one => JSON.stringify(one, Object.keys(one).sort()))
    .sort()

describe('two versions', () => {
  it('have the same changes from both sides', () => {
    const law = fc.property(relatives, ([before, after]) => {
      expect(sorted(changes(after, before))).toEqual(sorted(changes(before, after).map(mirrored)))
    })
    fc.assert(law, runs(50))
  })

  it('that score a lead differently have a change', () => {
    let different = 0
    const law = fc.property(relatives, ([before, after]) => {
      if (JSON.stringify(outcomes(before)) === JSON.stringify(outcomes(after))) return
      different++
      expect(changes(before, after)).not.toEqual([])
    })
    fc.assert(law, runs(50))
    expect(different).toBeGreaterThan(5)
  })
})
