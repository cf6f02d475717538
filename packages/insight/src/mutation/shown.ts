/** What a lead shows of two programs that differ, as a test expects it of the first. */
import { analyse, type Witness } from '@merit-lang/analysis'
import { isPlainName, type Understood, writtenName, writtenNumber, writtenText } from '@merit-lang/language'
import type { Expr, Program, Result } from '@merit-lang/runtime'
import { evaluate, readLead } from '@merit-lang/runtime/reference'

export function resultFor(program: Program, { lead, now }: Witness): Result {
  return evaluate(program, readLead(program, lead), now)
}

/** A lead who has an outcome that only the first program knows: a stage, or a disqualification. */
export function leadOfLost(before: Program, after: Program): Witness | undefined {
  const condition = lostIn(before, after)
  const verdict = condition && analyse(before).possible(condition)
  return verdict?.kind === 'possible' ? verdict.witness : undefined
}

function lostIn({ stages, disqualifications }: Program, after: Program): Expr | undefined {
  const index = stages.findIndex(({ name }) => after.stages.every(one => one.name !== name))
  if (index >= 0) return { op: 'stage', index }
  return disqualifications.find(({ reason }) => after.disqualifications.every(one => one.reason !== reason))?.when.expr
}

/** What stands after `expect`, and holds for the first result only; of scores if they differ. Nothing where none does. */
export function expectationApart(before: Result, after: Result, model: Understood): string | undefined {
  const label = (text: string) => (isPlainName(text) && !isNamed(text, model) ? text : writtenText(text))
  const [expectation] = [
    ...apart(before.scores, after.scores, (name, points) => `${name} = ${writtenNumber(points)}`),
    ...apart(before.grades, after.grades, (name, text) => `${name} = ${label(text)}`),
    ...apart(before.stages, after.stages, (name, isIn) => `${isIn ? '' : 'not '}${name}`),
    ...disqualified(before.disqualified, after.disqualified),
  ]
  return expectation
}

/** What a program says that has no outcome of that name. */
const nothing = false

type Named<T> = Readonly<Record<string, T>>

function apart<T>(before: Named<T>, after: Named<T>, expect: (name: string, value: T) => string): readonly string[] {
  return Object.entries(before).flatMap(([name, value]) => {
    const other = after[name] ?? nothing
    return value === other ? [] : [expect(writtenName(name), value)]
  })
}

function disqualified(before: readonly string[], after: readonly string[]): readonly string[] {
  const lost = before.find(reason => !after.includes(reason))
  if (lost !== undefined) return [`disqualified ${writtenText(lost)}`]
  const won = after.find(reason => !before.includes(reason))
  return won === undefined ? [] : [before.length === 0 ? 'not disqualified' : `not disqualified ${writtenText(won)}`]
}

/** Whether a label would be read as something else. */
function isNamed(text: string, { attributes, lists, lets, segments, scores, grades, stages }: Understood): boolean {
  return [attributes, lists, lets, segments, scores, grades, stages].flat().some(({ name }) => name === text)
}
