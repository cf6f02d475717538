import { ZenEngine } from '@gorules/zen-engine'

const text = value => JSON.stringify(value)

const tests = {
  oneOf: ({ attribute, values }) => `${attribute} in [${values.map(text).join(', ')}]`,
  range: ({ attribute, low, high }) => `${attribute} != null and ${attribute} in [${low}..${high}]`,
  word: ({ attribute, word }) => `${attribute} != null and matches(${attribute}, "\\b${word}\\b")`, // a backslash is itself
  flag: ({ attribute }) => `${attribute} == true`,
}

const condition = ({ tests: all }) => all.map(test => tests[test.kind](test)).join(' and ')

/** One decision table that collects every row that holds: a column of conditions, a column of points. */
function table(rules) {
  return {
    hitPolicy: 'collect',
    inputs: [{ id: 'when', name: 'when' }],
    outputs: [{ id: 'points', name: 'points', field: 'points' }],
    rules: rules.map((rule, i) => ({ _id: `rule ${i}`, when: condition(rule), points: String(rule.points) })),
  }
}

function decision(rules) {
  return {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' },
      { id: 'table', name: 'table', type: 'decisionTableNode', content: table(rules) },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [
      { id: 'first', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'second', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  }
}

export function build(rules) {
  const ready = new ZenEngine().createDecision(Buffer.from(JSON.stringify(decision(rules))))
  return async (leads, _now, out) => {
    for (let i = 0; i < leads.length; i++) {
      const { result } = await ready.evaluate(leads[i])
      out[i] = result.reduce((sum, { points }) => sum + points, 0)
    }
  }
}
