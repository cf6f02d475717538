import { LogicEngine } from 'json-logic-engine'
import { ageInDays, remaining } from './decay.mjs'

const attribute = name => ({ var: name })

const tests = {
  oneOf: ({ attribute: name, values }) => ({ in: [attribute(name), values] }),
  range: ({ attribute: name, low, high }) => ({ '<=': [low, attribute(name), high] }),
  word: ({ attribute: name, word }) => ({ word: [attribute(name), word] }),
  flag: ({ attribute: name }) => attribute(name),
}

const rules = {
  lead: ({ tests: all, points }) => ({ if: [{ and: all.map(test => tests[test.kind](test)) }, points, 0] }),
  event: ({ type, what, size, withinDays, halfLifeDays, points }) => {
    const asked = [
      { '===': [{ var: 'type' }, type] },
      { '===': [{ var: 'what' }, what] },
      ...(size === undefined ? [] : [{ '>=': [{ var: 'size' }, size] }]),
      ...(withinDays === undefined ? [] : [{ '<': [{ age: [{ var: 'at' }] }, withinDays] }]),
    ]
    const worth = { '*': [points, { remaining: [{ age: [{ var: 'current.at' }] }, halfLifeDays] }] }
    return {
      reduce: [{ filter: [{ var: 'events' }, { and: asked }] }, { '+': [{ var: 'accumulator' }, worth] }, 0],
    }
  },
}

/** Regular expressions by word, as they are made once in code written by hand. */
function wordTest() {
  const known = new Map()
  return ([text, word]) => {
    if (text === null) return false
    if (!known.has(word)) known.set(word, new RegExp(`\\b${word}\\b`))
    return known.get(word).test(text)
  }
}

export function build(list) {
  let instant = 0
  const engine = new LogicEngine()
  engine.addMethod('word', wordTest(), { sync: true })
  engine.addMethod('age', ([at]) => ageInDays(at, instant), { sync: true })
  engine.addMethod('remaining', ([age, halfLife]) => remaining(age, halfLife), { sync: true })
  const score = engine.build({ '+': [0, ...list.map(rule => rules[rule.kind](rule))] })
  return (leads, now, out) => {
    instant = now
    for (let i = 0; i < leads.length; i++) out[i] = score(leads[i])
  }
}
