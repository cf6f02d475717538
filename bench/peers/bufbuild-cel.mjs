import { CelScalar, celEnv, celFunc, listType, parse, plan } from '@bufbuild/cel'
import { expressions } from './cel-text.mjs'
import { ageInDays, remaining } from './decay.mjs'

function addUp(list) {
  let sum = 0
  for (const one of list) sum += one
  return sum
}

export function build(rules) {
  let instant = 0
  const { STRING, DOUBLE, DYN } = CelScalar
  const environment = celEnv({
    funcs: [
      celFunc('age', [STRING], DOUBLE, at => ageInDays(at, instant)),
      celFunc('remaining', [DOUBLE, DOUBLE], DOUBLE, remaining),
      celFunc('total', [listType(DYN)], DOUBLE, addUp),
    ],
  })
  const sums = expressions(rules).map(sum => plan(environment, parse(sum)))
  return (leads, now, out) => {
    instant = now
    for (let i = 0; i < leads.length; i++) {
      let total = 0
      for (const sum of sums) total += sum(leads[i])
      out[i] = total
    }
  }
}
