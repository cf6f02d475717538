/** What is wrong with a filled-in quantity, in a sentence. */

export function durationProblem(duration = 0): string | undefined {
  return duration > 0 ? undefined : 'The time must be longer than 0.'
}

export function shareProblem(share = 0): string | undefined {
  return share > 0 && share <= 1 ? undefined : 'The share must be more than 0% and at most 100%.'
}

export function firstProblem(...problems: readonly (string | undefined)[]): string | undefined {
  return problems.find(problem => problem !== undefined)
}
