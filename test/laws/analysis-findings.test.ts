/** What is found about rules and tables is what counting out all leads gives, of models over so few values that they can be listed. */
import type { Ast, Diagnostic, Span } from '@merit-lang/language'
import type { Expr, Multiplier, Rule } from '@merit-lang/runtime'
import { holds, type Run, ruleWorth } from '@merit-lang/runtime/reference'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findWhatAlwaysMatches } from '../../packages/analysis/src/findings/always-matches.ts'
import type { FindingCheck, Findings } from '../../packages/analysis/src/findings/finding.ts'
import { findImpliedRules } from '../../packages/analysis/src/findings/implied.ts'
import { findWhatNeverMatches } from '../../packages/analysis/src/findings/never-matches.ts'
import { findCasesNeverTaken } from '../../packages/analysis/src/findings/never-taken.ts'
import { findRulesThatRepeat } from '../../packages/analysis/src/findings/repeats.ts'
import {
  blocksOf,
  conditionOf,
  isPlain,
  needsOf,
  nodeOf,
  type PlacedBlock,
  rulesIn,
} from '../../packages/analysis/src/findings/rules.ts'
import { type Small, small } from '../generators/small.ts'
import { type Listed, listed } from './listed.ts'
import { runs } from './settings.ts'

function found(checkFor: FindingCheck, cx: Findings): readonly Diagnostic[] {
  return [...checkFor(cx)].filter(one => one !== undefined)
}

const isWithin = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end
const meets = (run: Run, conditions: readonly Expr[]) => conditions.every(condition => holds(condition, { run }))

interface Placed {
  readonly rule: Rule | Multiplier
  readonly placed: PlacedBlock
  readonly node: Ast.RuleDecl
}

function rulesOf(cx: Findings): readonly Placed[] {
  const placed = blocksOf(cx.program).flatMap(one => rulesIn(one.block).map(rule => ({ rule, placed: one })))
  return placed.map(one => ({ ...one, node: nodeOf(one.rule, cx) }))
}

/** Those of the rules that something was found about, and those that are such. */
function expectSame(rules: readonly Placed[], findings: readonly Diagnostic[], isSuch: (one: Placed) => boolean): void {
  const at = ({ node }: Placed) => node.span.start
  const said = rules.filter(({ node }) => findings.some(({ span }) => isWithin(span, node.span)))
  expect(said.map(at)).toEqual(rules.filter(isSuch).map(at))
}

/** In a block that counts for nobody rules are not looked at one by one. */
const counts = ({ placed }: Placed, everyone: readonly Run[]) => everyone.some(run => meets(run, placed.around))

test('a rule is said to match nobody exactly where it does', () => {
  fc.assert(
    fc.property(small, model => {
      const cx = listed(model)
      const rules = rulesOf(cx).filter(one => counts(one, cx.everyone))
      expectSame(rules, found(findWhatNeverMatches, cx), ({ rule, placed }) =>
        cx.everyone.every(run => !meets(run, [...placed.around, ...needsOf(rule)])),
      )
    }),
    runs(40),
  )
})

test('a condition is said to hold for everybody exactly where it does', () => {
  fc.assert(
    fc.property(small, model => {
      const cx = listed(model)
      const rules = rulesOf(cx).filter(({ rule }) => conditionOf(rule))
      expectSame(rules, found(findWhatAlwaysMatches, cx), one => {
        const own = conditionOf(one.rule)?.expr as Expr
        return (
          counts(one, cx.everyone) && cx.everyone.every(run => !meets(run, one.placed.around) || holds(own, { run }))
        )
      })
    }),
    runs(40),
  )
})

const isElseOfNothing = ({ when, points }: Rule['cases'][number]) =>
  !when && points.op === 'const' && points.value === 0

test('a case is said to be taken by nothing exactly where it is', () => {
  fc.assert(
    fc.property(small, model => {
      const cx = listed(model)
      const findings = found(findCasesNeverTaken, cx)
      for (const { rule, placed, node } of rulesOf(cx)) {
        if (
          rule.kind !== 'rule' ||
          isPlain(rule) ||
          !cx.everyone.some(run => meets(run, [...placed.around, ...needsOf(rule)]))
        )
          continue
        const taken = new Set(cx.everyone.flatMap(run => casesTaken(rule, run, meets(run, placed.around))))
        const dead = rule.cases.filter(one => !taken.has(one) && !isElseOfNothing(one))
        expect(findings.filter(({ span }) => isWithin(span, node.span))).toHaveLength(dead.length)
      }
    }),
    runs(40),
  )
})

function casesTaken(rule: Rule, run: Run, active: boolean): readonly (Rule['cases'][number] | undefined)[] {
  const { taken, events = [] } = ruleWorth(rule, run, active)
  return [taken, ...events.map(event => event.taken)]
}

const value = fc.constantFrom('A', 'B', 'C')
const values = fc.uniqueArray(value, { minLength: 1 }).map(list => `[${list.join(', ')}]`)
const plain = fc.oneof(
  value.map(one => `c = ${one}`),
  value.map(one => `c != ${one}`),
  values.map(list => `c in ${list}`),
  values.map(list => `c not in ${list}`),
  fc.constantFrom('c is known', 'c is unknown'),
)
const condition = fc.oneof(
  plain,
  plain.map(one => `not (${one})`),
  fc.tuple(plain, fc.constantFrom('and', 'or'), plain).map(parts => parts.join(' ')),
)
const everyone = ['A', 'B', 'C', undefined].map(c => ({ c }))

/** Rules about one attribute in several spellings, with these points. */
function rulesAbout(pointsOf: (index: number) => number): fc.Arbitrary<Small> {
  const rules = fc.uniqueArray(condition, { minLength: 2, maxLength: 6 })
  return rules.map(list => ({
    text: `lead { c: one of [A, B, C] }\n${list.map((one, i) => `when ${one} add ${pointsOf(i)}`).join('\n')}`,
    leads: everyone,
  }))
}

/** For whom each rule counts: a letter for each lead. */
function signatures({ program, everyone }: Listed): readonly string[] {
  const [block] = blocksOf(program)
  return (block?.block.items ?? []).map(rule => {
    const own = rule.kind === 'rule' ? conditionOf(rule)?.expr : undefined
    return everyone.map(run => (own && holds(own, { run }) ? 'x' : '-')).join('')
  })
}

const isForSome = (signature: string) => signature.includes('x') && signature.includes('-')

test('rules are said to be for the same leads exactly where they are', () => {
  fc.assert(
    fc.property(
      rulesAbout(index => index + 1),
      model => {
        const cx = listed(model)
        const marks = signatures(cx)
        expectSame(rulesOf(cx), found(findRulesThatRepeat, cx), ({ rule }) => {
          const index = rulesOf(cx).findIndex(one => one.rule === rule)
          const own = marks[index] as string
          return isForSome(own) && marks.indexOf(own) < index
        })
      },
    ),
    runs(100),
  )
})

test('a rule is said to take in another, or to be taken in, exactly where it is', () => {
  fc.assert(
    fc.property(
      rulesAbout(() => 5),
      model => {
        const cx = listed(model)
        const marks = signatures(cx)
        const isPart = (a: string, b: string) => a !== b && [...a].every((mark, i) => mark === '-' || b[i] === 'x')
        expectSame(rulesOf(cx), found(findImpliedRules, cx), ({ rule }) => {
          const index = rulesOf(cx).findIndex(one => one.rule === rule)
          const own = marks[index] as string
          const before = marks.slice(0, index).filter(isForSome)
          return isForSome(own) && before.some(other => isPart(own, other) || isPart(other, own))
        })
      },
    ),
    runs(100),
  )
})
