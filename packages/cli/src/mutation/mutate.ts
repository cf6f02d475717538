/** Mutates the models that have tests, within a budget of time. */
import {
  type Judge,
  type JudgedMutant,
  type MutationPlace,
  type MutationReport,
  mergedPlaces,
  spread,
} from '@merit-lang/insight'
import { normalise } from '../models/paths.ts'
import { type Progress, startProgress } from '../progress.ts'
import type { TestedModel } from '../testing/coverage.ts'
import type { Answer, Plan } from './job.ts'
import { judgeOf } from './judging.ts'
import { handsFor } from './threads.ts'

/**
 * @param models whose tests pass
 * @param budget in milliseconds; several models share it
 */
export async function mutate(
  models: readonly TestedModel[],
  budget = Number.POSITIVE_INFINITY,
): Promise<MutationReport> {
  const end = Date.now() + budget
  const plans = models.flatMap(planOf)
  const progress = startProgress('mutants', 1)
  const reports: MutationReport[] = []
  for (const [i, plan] of plans.entries()) {
    const now = Date.now()
    const share = (end - now) / (plans.length - i)
    reports.push(await mutateOne(plan, now + share, progress, part => (i + part) / plans.length))
  }
  progress.done()
  const places = mergedPlaces(
    reports.flatMap(one => one.places),
    normalise,
  )
  return { places, left: reports.reduce((sum, { left }) => sum + left, 0) }
}

/** Nothing for a model without tests: that they notice nothing is no news. */
function planOf({ compiled: { model, lowered }, tests }: TestedModel): readonly Plan[] {
  if (!model || !lowered || tests.length === 0 || lowered.program.unsupported.length > 0) return []
  const texts = model.files.map(({ source: { path, text } }) => ({ path, text }))
  return [{ texts, tests: tests.map(({ name }) => name) }]
}

async function mutateOne(
  plan: Plan,
  deadline: number,
  progress: Progress,
  partOf: (part: number) => number,
): Promise<MutationReport> {
  const judge = judgeOf(plan)
  const all = countIn(judge)
  const answers = new Map<number, Answer>()
  let done = 0
  await inTurn(judge, plan, deadline, (place, answer) => {
    answers.set(place, answer)
    done += answer.length
    progress.step(answer.length, partOf(done / all))
  })
  const places = judge.places.flatMap((place, i) => judged(place, answers.get(i) ?? []))
  return { places, left: all - done }
}

const countIn = ({ places }: Judge) => places.reduce((sum, { mutants }) => sum + mutants.length, 0)

/** Who is free takes the next place. What time does not suffice for is spread over the model. */
async function inTurn(
  judge: Judge,
  plan: Plan,
  deadline: number,
  take: (place: number, answer: Answer) => void,
): Promise<void> {
  const order = spread(judge.places.length).values()
  const hands = handsFor(plan, judge)
  try {
    await Promise.all(
      hands.map(async hand => {
        for (const place of order) {
          if (Date.now() >= deadline) return
          take(place, await hand.answer({ place, deadline }))
        }
      }),
    )
  } finally {
    for (const hand of hands) hand.end()
  }
}

function judged(place: MutationPlace, answer: Answer): readonly MutationPlace<JudgedMutant>[] {
  if (answer.length === 0) return []
  return [
    { ...place, mutants: answer.map((judgement, i) => ({ ...(place.mutants[i] as JudgedMutant), ...judgement })) },
  ]
}
