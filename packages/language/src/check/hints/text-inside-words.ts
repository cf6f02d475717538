/** A short text that `contains` looks for does not stand inside common words that mean something else. */
import { type Diagnostic, report as diagnose } from '../../diagnostics/diagnostic.ts'
import { textInsideWords } from '../../diagnostics/hints/text-inside-words.ts'
import type * as Ast from '../../syntax/ast.ts'
import type { Hint } from './hint.ts'
import { nodesOf, within } from './walk.ts'

/** `contains any of` finds letters anywhere, `contains any word of` only whole words. */
const operators: ReadonlyMap<string, string> = new Map([
  ['contains', 'contains word'],
  ['contains any of', 'contains any word of'],
])

/** Of job titles, industries, products and paths. A text counts as inside where letters stand before it. */
const commonWords = [
  'Across Advertising Assistant Automation Banking Business Capital Chairman Chemist Coach Communication Consultant',
  'Contractor Coordinator Corporate Creator Customer Development Digital Director Distribution Doctor Education',
  'Enterprise Entertainment Facilities Factory Finance Financial Hospital Hospitality Insurance Intelligence',
  'International Investment Logistics Machinery Management Manufacturing Marketing Operations Personal Pharmaceutical',
  'Procurement Producer Production Professor Programme Property Psychologist Purchasing Recruiter Representative Retail',
  'Scientist Secretary Security Specialist Strategic Strategy Student Subscriber Supervisor Technician',
  'Telecommunication Training Transport University Warehouse Workshop conscious economic',
]
  .join(' ')
  .split(' ')

/** Beginnings of other words. */
const beginnings: ReadonlyMap<string, string> = new Map([
  ['intern', 'International'],
  ['pr', 'Product'],
  ['man', 'Manager'],
  ['art', 'Article'],
  ['pro', 'Procurement'],
])

const longest = 6

export const hintTextInsideWords: Hint = (model, report) => {
  for (const test of nodesOf(model, 'wordTest')) {
    const operator = test.words.map(({ text }) => text).join(' ')
    const better = operators.get(operator)
    if (better && model.types.get(test.value)?.kind === 'text') lookAt(test.operand, { operator, better }, report)
  }
}

function lookAt(
  operand: Ast.Expr,
  phrases: { readonly operator: string; readonly better: string },
  report: (found: Diagnostic) => void,
): void {
  for (const text of within(operand, 'text')) {
    const inside = wordAround(text.value)
    if (inside) report(diagnose(textInsideWords, text.span, { text: text.value, inside, ...phrases }))
  }
}

function wordAround(text: string): string | undefined {
  const wanted = text.toLowerCase()
  if (!/^\p{L}+$/u.test(text) || text.length > longest) return undefined
  return commonWords.find(word => word.toLowerCase().indexOf(wanted) > 0) ?? beginnings.get(wanted)
}
