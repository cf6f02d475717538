/** Work that is done a step at a time, each of them short, so that others may have their turn in between. */
export type Steps<T> = Generator<undefined, T, undefined>

/** All of it at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Worked out when it is first asked for, once. */
export function once<T>(work: () => Steps<T>): () => Steps<T> {
  let known: { readonly it: T } | undefined
  return function* () {
    known ??= { it: yield* work() }
    return known.it
  }
}
