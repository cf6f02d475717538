/** What can stand where the grammar could not go on, in plain words. */

const byToken: Readonly<Record<string, string>> = {
  Name: 'a name',
  Text: 'a text in double quotes',
  Date: 'a date such as `2026-06-01`',
  LBracket: 'a list such as `[DE, AT]`',
  LBrace: '`{`',
  RBrace: '`}`',
  RBracket: '`]`',
  RParen: '`)`',
  Colon: '`:`',
  Equal: '`=`',
}

const aCondition = 'a condition'
const aValue = 'a value'
const aNumber = 'a number, a name for one, or a calculation in parentheses'
const anEntry = 'a rule or declaration, such as `when`, `on`, `score` or `qualify`'

const byRule: Readonly<Record<string, string>> = {
  statement: anEntry,
  item: 'a rule, which begins with `when`, `on` or `points`, or `group`, or `default`',
  testLine: '`now`, `lead`, `event` or `expect`',
  field: '`:` and a type',
  type: 'a type, such as `text`, `number`, `boolean`, `date` or `one of [...]`',
  typeMark: 'a text or a list',
  typeRange: '`..` between two numbers',
  signedLiteral: 'a number or date',
  derivation: 'a kind of event',
  score: 'rules in `{ }`, or `=` and a formula',
  body: 'rules in `{ }`',
  default: '`decay`, `within` or `cooldown`',
  action: '`add` or `subtract` and a number of points, `points`, or `multiply by`',
  points: '`by` and a value, or `first`',
  case: 'a case: a value, a range such as `10..49`, `unknown` or `else`',
  bound: aNumber,
  quantity: 'a number, a duration such as `30d`, or a name for one',
  range: 'a value or a range such as `10..49`',
  membership: 'a list such as `[DE, AT]` or a range such as `10..49`',
  modifier: 'what to turn off: `decay`, `within` or `cooldown`',
  decay: 'how the points fade, such as `30d` or `linear over 90d`',
  decayPart: 'how the points fade, such as `30d` or `linear over 90d`',
  grade: 'labels in `{ }`, or `=` and the grades to join',
  gradeRow: 'a label with `at` and a number, a label with `when` and a condition, or `else` and a label',
  qualify: '`at` and a number of points, or `when` and a condition',
  promise: '`never` or `always`',
  expression: aCondition,
  conjunction: aCondition,
  comparison: aCondition,
  test: aCondition,
  primary: aValue,
  literal: aValue,
  element: aValue,
  dataValue: 'a value, such as `12`, `"text"`, `DE` or `unknown`',
  dataField: '`:` and a value',
  eventLine: 'when it happens: `3d ago` or `at 2026-06-01`',
  expectLine: 'what must hold',
  outcome: '`matched`, `not matched` or `input missing`',
  daysSince: '`last` or `first` and an event, or a date',
  quantified: 'a number and an event',
  window: 'a duration such as `30d`',
}

/** After a rule that could have ended. */
export const nothingMore = 'the rule to end, or words such as `cap 20` or `as "label"`'

/** By the one kind of token that would have fitted, else by the rule of the grammar. */
export function whatIsExpected(rule: string, token: string | undefined): string {
  if (token === undefined) return byRule[rule] ?? 'something else'
  if (rule === 'pattern' && token === 'Name') return 'an event'
  return byToken[token] ?? `\`${token.toLowerCase()}\``
}
