import { Environment } from '@marcbachmann/cel-js'
import { expressions } from './cel-text.mjs'
import { ageInDays, remaining } from './decay.mjs'

export function build(rules) {
  let instant = 0
  const environment = new Environment({ unlistedVariablesAreDyn: true })
    .registerFunction('age(string): double', at => ageInDays(at, instant))
    .registerFunction('remaining(double, double): double', remaining)
    .registerFunction('total(list): double', list => list.reduce((sum, one) => sum + one, 0))
  const sums = expressions(rules).map(sum => environment.parse(sum))
  return (leads, now, out) => {
    instant = now
    for (let i = 0; i < leads.length; i++) {
      let total = 0
      for (const sum of sums) total += sum(leads[i])
      out[i] = total
    }
  }
}
