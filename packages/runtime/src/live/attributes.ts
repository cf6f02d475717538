/** The attributes of a state, read as `readLead` reads them. */
import { asObject, type Data, lookUp } from '../lead/own.ts'
import { readValue } from '../lead/values.ts'
import type { Program } from '../program.ts'
import type { Issue } from '../result.ts'
import type { LiveState } from './state.ts'

/** Sets every attribute, also those that the data does not have. */
export function readAll(program: Program, state: LiveState, data: Data): void {
  program.attributes.forEach((_, index) => {
    readAttribute(program, state, index, data)
  })
}

/** Sets the attributes that the data has a value or null for; what does not fit comes back. */
export function readChanged(program: Program, state: LiveState, attributes: unknown): readonly Issue[] {
  const data = asObject(attributes)
  if (!data) throw new TypeError('Changes are an object of attributes: { industry: "SaaS" }.')
  return program.attributes.flatMap(({ key }, index) =>
    lookUp(data, key) === undefined ? [] : readAttribute(program, state, index, data),
  )
}

function readAttribute(program: Program, state: LiveState, index: number, data: Data): readonly Issue[] {
  const attribute = program.attributes[index] as Program['attributes'][number]
  const issues: Issue[] = []
  const reading = { zone: program.zone, report: (issue: Issue) => issues.push(issue) }
  state.attributes[index] = readValue(attribute, lookUp(data, attribute.key), attribute.name, reading)
  const others = state.attributeIssues.filter(([place]) => place !== index)
  state.attributeIssues = [...others, ...issues.map(issue => [index, issue] as const)].sort(([a], [b]) => a - b)
  return issues
}
