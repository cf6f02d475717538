/** What does not show what it is, and what it is to be instead. */
import { describe, expect, it } from 'vitest'
import { fixesOf } from '../../diagnostics/catalogue.ts'
import { deceptionsIn } from './deceptions.ts'

/** By name, with the text after the first fix. */
function found(text: string): readonly string[] {
  return deceptionsIn({ path: 'model.merit', text }).map(one => {
    const [edit] = fixesOf(one)[0]?.edits ?? []
    return `${one.name} ${edit ? text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end) : 'none'}`
  })
}

const table: readonly (readonly [text: string, ...found: string[]])[] = [
  ['when industry = SaaS add 15'],
  ['when city in ["Zürich", "Łódź", "São Paulo", "Đà Nẵng"] add 5 # – “quoted” €'],
  ['when S\u0430aS add 5', 'confusable-text when SaaS add 5'],
  ['when x = "\uff36\uff30" add 5', 'confusable-text when x = "VP" add 5'],
  ['when x = "o\ufb03ce" add 5', 'confusable-text when x = "office" add 5'],
  ['when x = "\u{1d415}\u{1d40f}" add 5', 'confusable-text when x = "VP" add 5'],
  // A whole word of look-alikes, unless the text means to be written in that script.
  ['when x contains word "\u0421\u0415\u041e" add 5', 'confusable-text when x contains word "CEO" add 5'],
  ['when x in ["\u0421\u0415\u041e", "\u0434\u0438\u0440\u0435\u043a\u0442\u043e\u0440"] add 5'],
  ['when x = "\u0414\u0438\u0440\u0435\u043a\u0442\u043e\u0440" add 5'],
  [
    'when x = "M\u043e\u0441\u043a\u0432\u0430" add 5',
    'mixed-script when x = "\u041c\u043e\u0441\u043a\u0432\u0430" add 5',
  ],
  ['when x = "D\u0438\u0440\u0435\u043a\u0442\u043e\u0440" add 5', 'mixed-script none'],
  ['when x in ["IFN\u03b3", "TGF\u03b2", "10 \u00b5m", "\u03a9 5"] add 5'],
  ['when x = "\u682a\u5f0f\u4f1a\u793e" or x = "\u05e9\u05dc\u05d5\u05dd" or x = "caf\u0065\u0301" add 5'],
  ['when x = "VP\u202e" add 5', 'bidirectional-text when x = "VP" add 5'],
  ['when x add 5 # \u2066hidden', 'bidirectional-text when x add 5 # hidden'],
  ['when x = "Chief\u00a0Officer" add 5', 'invisible-character when x = "Chief Officer" add 5'],
  ['when `Lead\u200bSource` = a add 5', 'invisible-character when `LeadSource` = a add 5'],
  ['when x = "\ufeffSaaS" add 5', 'invisible-character when x = "SaaS" add 5'],
  ['when x = "na\u200dme" add 5', 'invisible-character when x = "name" add 5'],
  ['when x in ["\u{1f469}\u200d\u{1f4bb}", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"] add 5'],
  ['\ufeffwhen x add 5 # \u00a0 S\u0430aS'],
  ['when x\u00a0= a add 5'],
]

describe.each(table)('%j', (text, ...expected) => {
  it(`gives ${expected.length === 0 ? 'nothing' : expected.join()}`, () => {
    expect(found(text)).toEqual(expected)
  })
})
