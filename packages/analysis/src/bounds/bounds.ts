/**
 * What expressions, sets of events and rules may come to over a box of leads. All of it is sound: what is not followed may
 * be anything.
 */
export { enclose, truth } from './expressions.ts'
export type { Member, Members } from './members.ts'
export { type RuleBounds, type RuleEnd, ruleBounds } from './rule.ts'
export { limitOf } from './rule-parts.ts'
export { membersOf as members } from './sets.ts'
export { type Totals, type View, viewOf } from './view.ts'
