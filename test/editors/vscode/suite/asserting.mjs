/** The few ways to assert that the suite needs; they work in a web worker too. */

export function equal(actual, expected) {
  if (actual !== expected) throw new Error(`Expected ${JSON.stringify(expected)}, but it is ${JSON.stringify(actual)}.`)
}

export function has(text, part) {
  if (!text.includes(part)) throw new Error(`Expected something with ${JSON.stringify(part)}, but it is:\n${text}`)
}

/** Asks again and again until the answer is truthy, and gives it. */
export async function until(what, ask, milliseconds = 10_000) {
  const end = Date.now() + milliseconds
  while (Date.now() < end) {
    const answer = await ask()
    if (answer) return answer
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`Not within ${milliseconds / 1000} s: ${what}`)
}
