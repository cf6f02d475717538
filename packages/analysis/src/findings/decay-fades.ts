/** What an event gives is next to nothing long before the rule's window ends. */
import { type Ast, constantOf, type Diagnostic, proofs, report, written } from '@merit-lang/language'
import type { Expr, Rule } from '@merit-lang/runtime'
import { compute, type Run, readLead, runOf } from '@merit-lang/runtime/reference'
import type { FindingCheck, Findings } from './finding.ts'
import { blocksOf, nodeOf } from './rules.ts'

/** In points. */
const nothing = 0.01
const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const

export const findDecaysThatFadeEarly: FindingCheck = function* (cx) {
  for (const { block } of blocksOf(cx.program))
    for (const rule of block.items) if (rule.kind === 'rule') yield fadesEarly(rule, cx)
}

function fadesEarly(rule: Rule, cx: Findings): Diagnostic | undefined {
  const decay = rule.on?.decay
  const window = decay && windowOf(nodeOf(rule, cx))
  const end = constantOf(cx.model, window?.duration)
  const most = mostOf(rule)
  if (!decay || !window || end === undefined || !most) return undefined
  const age = fadedAt(decay.points, most, end, runFor(cx))
  const [unit, length] = units.find(([, length]) => age >= length) ?? units[2]
  const rounded = Math.ceil(age / length)
  if (rounded * length >= end) return undefined
  const params = {
    points: most,
    decay: decay.text,
    window: written(window.span),
    after: `${rounded}${unit}`,
    duration: window.duration.span,
  }
  return report(proofs.decayFadesEarly, window.span, params)
}

type Within = Extract<Ast.Window, { kind: 'within' | 'older' }>

/** Its own; one that a block gives all its rules is meant for most of them. */
function windowOf({ trigger }: Ast.RuleDecl): Within | undefined {
  const windows = trigger.kind === 'on' ? trigger.pattern.windows : []
  return windows.find((window): window is Within => window.kind === 'within')
}

/** The most that an event gives or takes before decay; undefined where that depends on the event or the lead. */
function mostOf({ cases }: Rule): number | undefined {
  const points = cases.map(({ points }) => (points.op === 'const' ? Math.abs(Number(points.value)) : Number.NaN))
  const most = Math.max(...points)
  return most >= nothing ? most : undefined
}

/** The least age, in milliseconds, at which less than `nothing` is left, or the end. Points only fade with age. */
function fadedAt(points: Expr, amount: number, end: number, run: Run): number {
  let [low, high] = [0, end]
  while (low < high) {
    const age = Math.floor((low + high) / 2)
    const left = Number(compute(points, { run, amount, age }) ?? 0)
    if (Math.abs(left) < nothing) high = age
    else low = age + 1
  }
  return low
}

function runFor({ program }: Findings): Run {
  return runOf(program, readLead(program, {}), 0)
}
