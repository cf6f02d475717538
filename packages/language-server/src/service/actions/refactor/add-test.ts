/** A test that shows that a rule matches, with a lead at the bounds of what the rule asks. */
import { type Ast, ruleId, runTest, writtenText } from '@merit-lang/language'
import { changed } from '../../trial.ts'
import type { TextEdit } from '../../workspace.ts'
import { insert } from '../edits.ts'
import { isCursor, type Refactoring, ruleAt, type Selection } from '../selection.ts'
import { happens, satisfy } from './example-lead.ts'
import { anyLead, type ExampleLead, TODAY } from './example-values.ts'
import { fieldLines } from './types.ts'

export const addTest: Refactoring = at => {
  const rule = isCursor(at) ? ruleAt(at) : undefined
  if (!rule || !isEntry(at) || rule.action.kind === 'reset' || !at.project.checked.model) return []
  const lead = anyLead(at.project.checked.understood)
  if (!matches(lead, rule)) return []
  return [{ title: 'Add a test for this rule', kind: 'refactor.extract', edits: () => tried(at, rule, lead) }]
}

/** Tests of imported files are not run. */
function isEntry({ project, source }: Selection): boolean {
  return project.checked.understood.entry === source
}

function matches(lead: ExampleLead, { trigger, action }: Ast.RuleDecl): boolean {
  if (trigger.kind === 'when') return satisfy(lead, trigger.condition)
  if (trigger.kind === 'on') return happens(lead, trigger.pattern) && (!trigger.when || satisfy(lead, trigger.when))
  const first = action.kind === 'pointsBy' ? action.rows[0]?.cases[0] : undefined
  if (action.kind === 'pointsFirst')
    return action.rows[0]?.condition !== undefined && satisfy(lead, action.rows[0].condition)
  return action.kind === 'pointsBy' && first !== undefined && isCase(lead, action.subject, first)
}

function isCase(lead: ExampleLead, subject: Ast.Expr, one: Ast.Case): boolean {
  const { span } = subject
  if (one.kind === 'range') return satisfy(lead, { kind: 'membership', negated: false, value: subject, in: one, span })
  if (one.kind !== 'value') return true
  return satisfy(lead, { kind: 'binary', operator: '=', left: subject, right: one.value, span })
}

/** Nothing where the lead does not do what was thought. */
function tried(at: Selection, rule: Ast.RuleDecl, lead: ExampleLead): readonly TextEdit[] {
  const { id } = ruleId(rule)
  const name = unusedName(at, id)
  const { source } = at
  const gap = source.text.endsWith('\n') ? '\n' : '\n\n'
  const edits = [insert(source, source.text.length, `${gap}${testOf(name, id, lead)}\n`)]
  const lowered = changed(at.workspace, at.project, edits).lowered()
  const test = lowered?.tests.find(one => one.name === name)
  return lowered && test && runTest(lowered, test).passed ? edits : []
}

function testOf(name: string, id: string, { fields, events }: ExampleLead): string {
  const data = [...fields].map(([path, type]) => ({ path: path.split('.'), type }))
  const lead = data.length > 0 ? ['  lead {', ...fieldLines(data, '    '), '  }'] : []
  const lines = [
    `  now ${TODAY}`,
    ...lead,
    ...events.map(event => `  ${event}`),
    `  expect rule ${writtenText(id)} matched`,
  ]
  return [`test ${writtenText(name)} {`, ...lines, '}'].join('\n')
}

/** What the rule says, and with a number where a test is called so already. */
function unusedName({ project }: Selection, id: string): string {
  const taken = new Set(project.checked.understood.tests.map(({ name }) => (name.kind === 'text' ? name.value : '')))
  for (let i = 1; ; i++) {
    const name = i === 1 ? id : `${id} (${i})`
    if (!taken.has(name)) return name
  }
}
