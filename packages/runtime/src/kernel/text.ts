import { fold } from '../fold.ts'

/** Whether `word` stands in `text` between non-letters or the ends. */
export function containsWord(text: string, word: string): boolean {
  for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
    if (!letterBefore(text, i) && !letterAfter(text, i + word.length)) return true
    if (i === text.length) return false
  }
  return false
}

function letterBefore(text: string, place: number): boolean {
  const unit = text.charCodeAt(place - 1)
  return unit < 128 ? isLetter(unit) : /\p{L}$/u.test(text.slice(Math.max(0, place - 2), place))
}

function letterAfter(text: string, place: number): boolean {
  const unit = text.charCodeAt(place)
  return unit < 128 ? isLetter(unit) : /^\p{L}/u.test(text.slice(place, place + 2))
}

/** Of ASCII: most texts are, and expressions take longer. */
function isLetter(unit: number): boolean {
  const lower = unit | 32
  return lower >= 97 && lower <= 122
}

/** The whole text against `*` (any run of characters) and `?` (any one code point). Never worse than text × pattern. */
export function like(text: string, pattern: string): boolean {
  const letters = Array.from(text)
  const wanted = Array.from(pattern)
  let [i, j] = [0, 0]
  let star = -1
  let resume = 0
  while (i < letters.length) {
    if (wanted[j] === '*') [star, resume, j] = [j, i, j + 1]
    else if (wanted[j] === '?' || wanted[j] === letters[i]) [i, j] = [i + 1, j + 1]
    else if (star >= 0) [i, resume, j] = [resume + 1, resume + 1, star + 1]
    else return false
  }
  return wanted.slice(j).every(letter => letter === '*')
}

/** What follows the last `@`, trimmed and folded; unknown where that is nothing. */
export function domain(address: string): string | null {
  const at = address.lastIndexOf('@')
  return at < 0 ? null : fold(address.slice(at + 1).trim()) || null
}

/** In code points. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}
