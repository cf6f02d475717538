import { describe, expect, it } from 'vitest'
import { signaturesAt } from './signature.ts'
import { placeOf } from './testing.ts'

const schema = `lead { email: text  visits: number }
event page_view {
  ## Where on the site.
  path: text
  seconds: number
}
`

/** Each label with its active parameter in \`«»\`. */
function shown(text: string): readonly string[] {
  return signaturesAt(placeOf(`${schema}${text}`)).map(({ label, parameters, active }) => {
    const at = active === undefined ? undefined : parameters[active]
    return at ? `${label.slice(0, at.start)}«${label.slice(at.start, at.end)}»${label.slice(at.end)}` : label
  })
}

describe('what is to be filled in', () => {
  it.each([
    ['on page_view(▮', ['page_view(«path: text», seconds: number)']],
    ['on page_view("/x", ▮', ['page_view(path: text, seconds: number)']],
    ['on page_view("/x", seconds > ▮5) add 3', ['page_view(path: text, «seconds: number»)']],
    ['on page_view(path in ["a", ▮', ['page_view(«path: text», seconds: number)']],
    ['when any page_view(path like ▮', ['page_view(«path: text», seconds: number)']],
    ['when domain(▮', ['domain(«<text>»)']],
    ['when min(visits, ▮', ['min(<number>, «<number>»)']],
    ['when min(visits, 3, 4, ▮', ['min(<number>, «<number>»)']],
    ['when page_view(▮', []],
    ['on page_view(seconds > min(▮', ['min(«<number>», <number>)']],
    ['on page_view add 5 decay linear over ▮', ['decay linear over «<duration>»']],
    ['on page_view add 5 decay 20% of original every ▮', ['decay <percent> of original every «<duration>»']],
    ['on page_view add 5 cooldown ▮', ['cooldown «<duration>»']],
    ['on page_view add 5 first 3 per ▮', ['first [<number>] [per «<property>»]']],
    ['points by ▮', ['points by «<value>» { <case>: <number> … else: <number> }']],
    ['points by visits { 5: ▮', ['points by <value> { <case>: «<number>» … else: <number> }']],
    ['test "x" {\n  event page_view(▮', ['page_view(«path: text», seconds: number)']],
    ['on page_view add 5 decay 30d ▮', ['decay «<duration>»']],
    ['on page_view add 5 decay 30d\n  w▮', []],
    ['on page_view add 5 decay 30d w▮', []],
    ['score s {\n  on page_view add 5 first 3\n  c▮\n}', []],
    ['score s {\n  on page_view add 5 decay 30d\n  ▮\n}', []],
    ['on page_view add 5 cooldown\n  ▮', ['cooldown «<duration>»']],
    ['points by visits {\n  ▮', ['points by <value> { «<case>»: <number> … else: <number> }']],
    ['when visits > 5 add ▮', []],
    ['▮', []],
  ])('%j', (text, expected) => {
    expect(shown(text)).toEqual(expected)
  })
})

it('a decay that has just begun may become any of them', () => {
  expect(shown('on page_view add 5 decay ▮')).toHaveLength(5)
})

it('parameters and forms are documented', () => {
  const [pattern] = signaturesAt(placeOf(`${schema}on page_view(▮`))
  expect(pattern?.parameters[0]?.documentation).toBe('Where on the site.')
  const [decay] = signaturesAt(placeOf('on v add 5 decay 30d▮'))
  expect(decay?.documentation).toContain('Half-life')
})
