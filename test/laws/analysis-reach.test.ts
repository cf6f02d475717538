/** What is said to be out of reach, or to hold for everybody, no lead contradicts, of all that there are over few values. */
import { type Diagnostic, textOf } from '@merit-lang/language'
import type { Block } from '@merit-lang/runtime'
import { blockWorth, holds, type Run, toPoints } from '@merit-lang/runtime/reference'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findBoundsThatNeverBind } from '../../packages/analysis/src/findings/bound-never-binds.ts'
import { findBrokenPromises } from '../../packages/analysis/src/findings/broken-promise.ts'
import type { FindingCheck, Findings } from '../../packages/analysis/src/findings/finding.ts'
import { findRulesThatNeverMatter } from '../../packages/analysis/src/findings/never-matters.ts'
import { blocksOf } from '../../packages/analysis/src/findings/rules.ts'
import { findStagesForEveryone } from '../../packages/analysis/src/findings/stage-for-everyone.ts'
import { thresholdsOf } from '../../packages/analysis/src/findings/thresholds.ts'
import { findUnreachableGrades } from '../../packages/analysis/src/findings/unreachable-grade.ts'
import { findUnreachableStages } from '../../packages/analysis/src/findings/unreachable-stage.ts'
import { breaking } from '../../packages/analysis/src/promises.ts'
import { atOnce } from '../../packages/analysis/src/steps.ts'
import { small } from '../generators/small.ts'
import { type Listed, listed } from './listed.ts'
import { runs } from './settings.ts'

const found = (checkFor: FindingCheck, cx: Findings): readonly Diagnostic[] =>
  [...checkFor(cx)].filter(one => one !== undefined)

/** A law over small models. */
function law(name: string, holdsOf: (cx: Listed) => void, models = small): void {
  test(name, () => {
    fc.assert(
      fc.property(models, model => holdsOf(listed(model))),
      runs(40),
    )
  })
}

law('a threshold that nobody reaches, or everybody', cx => {
  for (const threshold of thresholdsOf(cx)) {
    const { score, least, open } = threshold
    const isMet = (run: Run) => (open ? toPoints(run.score(score)) > least : toPoints(run.score(score)) >= least)
    if (atOnce(threshold.isUnreachable())) expect(cx.everyone.filter(isMet)).toEqual([])
    if (atOnce(threshold.isAlwaysMet())) expect(cx.everyone.filter(run => !isMet(run))).toEqual([])
  }
})

law('a label that nobody gets', cx => {
  for (const { params, span } of found(findUnreachableGrades, cx)) {
    const { grade } = params as { readonly grade: string }
    const index = cx.program.grades.findIndex(({ name }) => name === grade)
    expect(cx.everyone.map(run => run.grade(index))).not.toContain(textOf(span))
  }
})

law('a stage that nobody is in, or everybody who is not disqualified', cx => {
  const indexOf = ({ params }: Diagnostic) =>
    cx.program.stages.findIndex(({ name }) => name === (params as { readonly stage: string }).stage)
  for (const finding of found(findUnreachableStages, cx))
    expect(cx.everyone.some(run => run.stage(indexOf(finding)))).toBe(false)
  const isOut = (run: Run) => cx.program.disqualifications.some(({ when }) => holds(when.expr, { run }))
  for (const finding of found(findStagesForEveryone, cx))
    expect(cx.everyone.every(run => isOut(run) || run.stage(indexOf(finding)))).toBe(true)
})

law('a cap or floor that never binds', cx => {
  const free = ({ cap, floor, ...rest }: Block): Block => rest
  const findings = found(findBoundsThatNeverBind, cx).map(({ params }) => params as { readonly name: string })
  for (const { block } of blocksOf(cx.program)) {
    const said = findings.filter(({ name }) => name === block.name)
    const both = [block.cap, block.floor].filter(Boolean).length
    if (both === 0 || said.length < both) continue
    for (const run of cx.everyone) expect(blockWorth(block, run).points).toBe(blockWorth(free(block), run).points)
  }
})

/** Bounds so near that many rules are cut off. */
const narrow = small.map(({ text, leads }) => ({
  text: text.replace(/ cap (12|9)\b/g, ' cap 3').replace(/ floor -5\b/g, ' floor -1'),
  leads,
}))

law(
  'rules whose points are always cut off: one by one or all at once, they can be taken out',
  cx => {
    const marked = found(findRulesThatNeverMatter, cx).map(({ span }) => span)
    for (const { block, around } of blocksOf(cx.program)) {
      const isSaid = (item: Block['items'][number]) => {
        const { start, end, source } = cx.spanOf(item.span)
        return item.kind === 'rule' && marked.some(at => at.source === source && start <= at.start && at.end <= end)
      }
      const said = block.items.filter(isSaid)
      for (const items of [said, ...said.map(one => [one])])
        for (const run of cx.everyone.filter(run => around.every(one => holds(one, { run })))) {
          const without = { ...block, items: block.items.filter(item => !items.includes(item)) }
          expect(blockWorth(without, run).points).toBe(blockWorth(block, run).points)
        }
    }
  },
  narrow,
)

law('a promise of which nothing is said', cx => {
  const said = found(findBrokenPromises, cx).map(({ span }) => span)
  for (const promise of cx.program.promises) {
    if (said.includes(cx.spanOf(promise.span))) continue
    expect(cx.everyone.some(run => holds(breaking(promise), { run }))).toBe(false)
  }
})
