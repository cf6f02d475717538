/** Asks again and again until the answer is truthy, and gives it. */
export async function until(what, ask, milliseconds = 10_000) {
  const end = Date.now() + milliseconds
  while (Date.now() < end) {
    const answer = await ask()
    if (answer) return answer
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`Not within ${milliseconds / 1000} s: ${what}`)
}

/** What the work gives, or a failure after a time. */
export async function within(what, milliseconds, work) {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not within ${milliseconds / 1000} s: ${what}`)), milliseconds)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
