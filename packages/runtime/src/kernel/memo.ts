/** Remembers the answer to each question, told apart by the first argument. */
export function once<Q, Rest extends unknown[], A>(
  answer: (question: Q, ...rest: Rest) => A,
): (question: Q, ...rest: Rest) => A {
  const known = new Map<Q, A>()
  return (question, ...rest) => {
    if (!known.has(question)) known.set(question, answer(question, ...rest))
    return known.get(question) as A
  }
}

/** Answers for the entries of a table, each of which asks for smaller ones only: those come first, so that no chain is too long for the stack. */
export function inOrder<A>(answer: (index: number) => A): (index: number) => A {
  const known: A[] = []
  return index => {
    while (known.length <= index) known.push(answer(known.length))
    return known[index] as A
  }
}

/** Works it out when it is first asked for. */
export function lazily<A>(work: () => A): () => A {
  const known = once(work as (only: undefined) => A)
  return () => known(undefined)
}
