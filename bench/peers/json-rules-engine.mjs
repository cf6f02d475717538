import { Engine } from 'json-rules-engine'

const tests = {
  oneOf: ({ attribute, values }) => [{ fact: attribute, operator: 'in', value: values }],
  range: ({ attribute, low, high }) => [
    { fact: attribute, operator: 'greaterThanInclusive', value: low },
    { fact: attribute, operator: 'lessThanInclusive', value: high },
  ],
  word: ({ attribute, word }) => [{ fact: attribute, operator: 'hasWord', value: word }],
  flag: ({ attribute }) => [{ fact: attribute, operator: 'equal', value: true }],
}

/** Regular expressions by word, as they are made once in code written by hand. */
function hasWord() {
  const known = new Map()
  return (text, word) => {
    if (text === null) return false
    if (!known.has(word)) known.set(word, new RegExp(`\\b${word}\\b`))
    return known.get(word).test(text)
  }
}

const ruleOf = ({ tests: all, points }) => ({
  conditions: { all: all.flatMap(test => tests[test.kind](test)) },
  event: { type: 'points', params: { points } },
})

export function build(rules) {
  const engine = new Engine(rules.map(ruleOf))
  engine.addOperator('hasWord', hasWord())
  return async (leads, _now, out) => {
    for (let i = 0; i < leads.length; i++) {
      const { events } = await engine.run(leads[i])
      out[i] = events.reduce((sum, { params }) => sum + params.points, 0)
    }
  }
}
