/**
 * The benchmark's rules in the Common Expression Language, for both engines that read it: `age(at)` in days and
 * `remaining(age, halfLife)` and `total(list)` are functions of the adapter.
 */
const text = value => JSON.stringify(value)
const double = value => value.toFixed(1)

const tests = {
  oneOf: ({ attribute, values }) => `${attribute} in [${values.map(text).join(', ')}]`,
  range: ({ attribute, low, high }) =>
    `${attribute} != null && ${attribute} >= ${double(low)} && ${attribute} <= ${double(high)}`,
  word: ({ attribute, word }) => `${attribute} != null && ${attribute}.matches("\\\\b${word}\\\\b")`,
  flag: ({ attribute }) => `${attribute} == true`,
}

const rules = {
  lead: ({ tests: all, points }) =>
    `(${all.map(test => tests[test.kind](test)).join(' && ')} ? ${double(points)} : 0.0)`,
  event: ({ type, what, size, withinDays, halfLifeDays, points }) => {
    const asked = [
      `e.type == ${text(type)}`,
      `e.what == ${text(what)}`,
      ...(size === undefined ? [] : [`e.size >= ${double(size)}`]),
      ...(withinDays === undefined ? [] : [`age(e.at) < ${double(withinDays)}`]),
    ]
    const worth = `${double(points)} * remaining(age(e.at), ${double(halfLifeDays)})`
    return `total(events.filter(e, ${asked.join(' && ')}).map(e, ${worth}))`
  },
}

/** Sums of 20 rules each: one of all is too deep for the parsers, and one for each rule is slower. */
export function expressions(list) {
  const sums = []
  for (let i = 0; i < list.length; i += 20) {
    sums.push(
      list
        .slice(i, i + 20)
        .map(rule => rules[rule.kind](rule))
        .join(' + '),
    )
  }
  return sums
}
