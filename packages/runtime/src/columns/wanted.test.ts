import { describe, expect, it } from 'vitest'
import { fold } from '../fold.ts'
import { Wanted } from './wanted.ts'

describe('texts of which one is wanted', () => {
  it.each([
    ['whitepaper', 'whitepaper', true],
    ['whitepaper', 'WhitePaper', true],
    ['whitepaper', 'datasheet', false],
    ['whitepaper', '', false],
    ['a[1]', 'A[1]', true],
    ['k', '\u212a', true],
    ['pick', 'P\u0130C\u212a', true],
    ['\u00e5', '\u212b', true],
    ['\u00e5', 'a', false],
  ])('of %j, %j may be it: %j', (wanted, text, may) => {
    expect(new Wanted([wanted]).mayBe(text)).toBe(may)
  })

  it('holds every spelling of every letter', () => {
    for (let point = 0; point <= 0x10ffff; point++) {
      const letter = String.fromCodePoint(point)
      const folded = fold(letter)
      if (folded === letter) continue
      const spelled = `${letter}b${letter}`
      if (!new Wanted([fold(spelled)]).mayBe(spelled)) expect.fail(`${spelled} is ${fold(spelled)}`)
    }
  })
})
