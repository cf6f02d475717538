import { expect, it } from 'vitest'
import { placeOf } from '../testing.ts'
import { completionsAt } from './completion.ts'

function offered(text: string) {
  const place = placeOf(text)
  const { start, end, items } = completionsAt(place)
  return { replaced: place.source.text.slice(start, end), labels: items.map(({ label }) => label) }
}

it.each([
  ['# merit ignore ▮', ''],
  ['# merit ignore nev▮', 'nev'],
  ['# merit ignore ne▮ver-used: soon', 'never-used'],
  ['# merit ignore empty-list, nev▮', 'nev'],
  ['let a = "#"  # merit ignore nev▮', 'nev'],
])('%s: names of findings', (text, typed) => {
  const { replaced, labels } = offered(`${text}\nwhen a add 5`)
  expect(replaced).toBe(typed)
  expect(labels).toContain('never-used')
  expect(labels).toContain('rule-never-matters')
  expect(labels).not.toContain('unknown-attribute')
})

it.each([
  ['# ▮', ['merit ignore']],
  ['# me▮', ['merit ignore']],
  ['# merit ignore never-used: be▮', []],
  ['# about leads that ▮', []],
])('%s', (text, labels) => {
  expect(offered(`${text}\nwhen a add 5`).labels).toEqual(labels)
})
