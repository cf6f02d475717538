import type { Box, Count, Space } from '../space/space.ts'

const any: Count = { low: 0, high: Number.POSITIVE_INFINITY }

const wholes = new WeakMap<Space, Box>()

/** All leads: one box for all who ask, since what is worked out for a box is kept by its parts. */
export function wholeOf(space: Space): Box {
  const whole = wholes.get(space) ?? {
    classes: space.variables.map(({ classes }) => classes.map((_, index) => index)),
    counts: space.events.map(() => any),
  }
  wholes.set(space, whole)
  return whole
}

/** The box with fewer classes of a variable. */
export function withClasses(box: Box, variable: number, classes: readonly number[]): Box {
  return { ...box, classes: box.classes.with(variable, classes) }
}

/** The box with one class of each of these variables. */
export function withPicks(box: Box, picks: Iterable<readonly [variable: number, picked: number]>): Box {
  const classes = [...box.classes]
  for (const [variable, picked] of picks) classes[variable] = [picked]
  return { ...box, classes }
}

export function withCount(box: Box, event: number, count: Count): Box {
  return { ...box, counts: box.counts.with(event, count) }
}

/** Those of the variables of which the box leaves more than one class. */
export function openOf(variables: readonly number[], box: Box): readonly number[] {
  return variables.filter(variable => (box.classes[variable] as readonly number[]).length > 1)
}

/**
 * The box without classes that cannot be together: where a lead's attribute is several variables, it is unknown in all of them
 * or in none. Undefined where nothing is left.
 */
export function consistent(space: Space, box: Box): Box | undefined {
  return space.variablesOf
    .filter(variables => variables.length > 1)
    .reduce<Box | undefined>((left, variables) => left && knownAlike(variables, space, left), box)
}

function knownAlike(variables: readonly number[], space: Space, box: Box): Box | undefined {
  const leaves = (unknown: boolean) =>
    variables.every(variable =>
      (box.classes[variable] as readonly number[]).some(one => isUnknown(space, variable, one) === unknown),
    )
  const [known, unknown] = [leaves(false), leaves(true)]
  if (known && unknown) return box
  if (!known && !unknown) return undefined
  return variables.reduce((left, variable) => {
    const classes = left.classes[variable] as readonly number[]
    return withClasses(
      left,
      variable,
      classes.filter(one => isUnknown(space, variable, one) === unknown),
    )
  }, box)
}

/** Whether a class of a variable is that of the unknown value. */
export function isUnknown({ variables }: Space, variable: number, index: number): boolean {
  return variables[variable]?.classes[index]?.value === null
}
