import { runOf } from './evaluate.ts'
import { explainDisqualification, explainGrade, explainStage } from './explain/outcomes.ts'
import { explainScore } from './explain/scores.ts'
import type { Lead } from './lead/lead.ts'
import type { Program } from './program.ts'
import type { Explanation } from './result.ts'
import { resultOf } from './run.ts'

/** The result of `evaluate` with the reasons for every point. Throws the same. */
export function explain(program: Program, lead: Lead, now: number): Explanation {
  const run = runOf(program, lead, now)
  return {
    ...resultOf(run),
    explained: {
      scores: program.scores.map(score => explainScore(score, run)),
      grades: program.grades.map((grade, index) => explainGrade(grade, run.grade(index), run)),
      stages: program.stages.map((stage, index) => explainStage(stage, index, run)),
      disqualifications: program.disqualifications.map(one => explainDisqualification(one, run)),
    },
  }
}
