/** Readers for texts that the model spells out. All texts are folded and well formed. */
import { lettersOf, pointsOf, type Reader } from './reader.ts'

export function containing(text: string): Reader<number> {
  const { end, next } = progress(text)
  return {
    start: 0,
    step: (matched, letter) => (matched === end ? end : next(matched, letter)),
    accepts: matched => matched === end,
    verdict: matched => matched === end || undefined,
    key: matched => matched,
    ...lettersOf([text]),
  }
}

export function endingWith(text: string): Reader<number> {
  const { end, next } = progress(text)
  return {
    start: 0,
    step: next,
    accepts: matched => matched === end,
    verdict: () => (end === 0 ? true : undefined),
    key: matched => matched,
    ...lettersOf([text]),
  }
}

/** How much of a text stands before a place, at most: Knuth, Morris and Pratt's automaton. */
function progress(text: string) {
  const wanted = pointsOf(text)
  const shorter = [0, 0]
  const next = (matched: number, letter: number): number => {
    let kept = matched
    while (kept > 0 && wanted[kept] !== letter) kept = shorter[kept] as number
    return wanted[kept] === letter ? kept + 1 : 0
  }
  for (let seen = 1; seen < wanted.length; seen++) shorter.push(next(shorter[seen] as number, wanted[seen] as number))
  return { end: wanted.length, next }
}

const FAILED = -1

export function startingWith(text: string): Reader<number> {
  const wanted = pointsOf(text)
  const end = wanted.length
  return {
    start: 0,
    step: (matched, letter) => (matched === end ? end : wanted[matched] === letter ? matched + 1 : FAILED),
    accepts: matched => matched === end,
    verdict: matched => (matched === end ? true : matched === FAILED ? false : undefined),
    only: matched => (matched === end ? undefined : wanted.slice(matched, matched + 1)),
    key: matched => matched,
    ...lettersOf([text]),
  }
}

/** One of these texts, whole. States are the nodes of the tree of their beginnings. */
export function oneOf(texts: readonly string[]): Reader<number> {
  const nodes: { readonly after: Map<number, number>; end: boolean }[] = [{ after: new Map(), end: false }]
  for (const text of texts) {
    let node = nodes[0] as (typeof nodes)[number]
    for (const letter of pointsOf(text)) {
      const known = node.after.get(letter) ?? nodes.push({ after: new Map(), end: false }) - 1
      node.after.set(letter, known)
      node = nodes[known] as typeof node
    }
    node.end = true
  }
  return {
    start: 0,
    step: (node, letter) => nodes[node]?.after.get(letter) ?? FAILED,
    accepts: node => nodes[node]?.end ?? false,
    verdict: node => (node === FAILED ? false : undefined),
    only: node => [...(nodes[node]?.after.keys() ?? [])],
    key: node => node,
    ...lettersOf(texts),
  }
}
