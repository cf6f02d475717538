/** From expressions as written to kernel expressions, one line for each form. */
import { type Expr, parseInstant } from '@merit-lang/runtime'
import type { LetSymbol, Meaning, SegmentSymbol } from '../check/model.ts'
import type * as Ast from '../syntax/ast.ts'
import * as kernel from '../words/kernel.ts'
import { durationMs, findFunction } from '../words/lookup.ts'
import { chainOf } from './chains.ts'
import { attributeExpr, place, repeatable, type Scope, shared } from './context.ts'
import { toWorkOut } from './definitions.ts'
import { compare, operand, type Relation } from './operands.ts'
import { lowerAggregate, lowerDaysSince, lowerQuantified } from './quantities.ts'
import { lowerAgeTest, lowerMembership, lowerWordTest } from './tests.ts'

type ExprOf<K extends Ast.Expr['kind']> = Extract<Ast.Expr, { kind: K }>

export function lowerExpr(ast: Ast.Expr, scope: Scope): Expr {
  const lower: (ast: never, scope: Scope) => Expr = forms[ast.kind]
  return lower(ast as never, scope)
}

const forms = {
  name: lowerName,
  number: ({ value }) => kernel.constant(value),
  percent: ({ value }) => kernel.constant(value),
  duration: (ast, { program }) => kernel.constant(durationMs(program.model.vocabulary, ast) ?? null),
  date: ({ text }, { program }) => {
    const instant = parseInstant(text, program.zone)
    return kernel.constant('ms' in instant ? instant.ms : null)
  },
  text: ({ value }) => kernel.constant(value),
  boolean: ({ value }) => kernel.constant(value),
  unary: ({ operator, operand }, scope) =>
    operator === 'not' ? kernel.not(lowerExpr(operand, scope)) : kernel.negate(lowerExpr(operand, scope)),
  binary: lowerBinary,
  membership: (ast, scope) => lowerMembership(ast, scope),
  wordTest: (ast, scope) => lowerWordTest(ast, scope),
  knownTest: ({ negated, value }, scope) => negatedIf(negated, { op: 'known', of: lowerExpr(value, scope) }),
  ageTest: (ast, scope) => lowerAgeTest(ast, scope),
  momentTest: ({ negated, value, relation, moment }, scope) =>
    negatedIf(negated, compare(relation === 'before' ? '<' : '>', operand(value, scope), operand(moment, scope))),
  quantified: (ast, scope) => lowerQuantified(ast, scope),
  aggregate: (ast, scope) => lowerAggregate(ast, scope),
  daysSince: (ast, scope) => lowerDaysSince(ast, scope),
  call: lowerCall,
  list: ({ elements }, scope) =>
    kernel.constant(elements.flatMap(element => textOfConstant(lowerExpr(element, scope)))),
  paren: ({ inner }, scope) => lowerExpr(inner, scope),
  /** Never in a checked model. */
  hole: () => kernel.constant(null),
} satisfies { [K in Ast.Expr['kind']]: (ast: ExprOf<K>, scope: Scope) => Expr }

export function negatedIf(negated: boolean, test: Expr): Expr {
  return negated ? kernel.not(test) : test
}

function textOfConstant(expr: Expr): readonly string[] {
  return expr.op === 'const' && typeof expr.value === 'string' ? [expr.value] : []
}

export const combining = {
  or: kernel.some,
  and: kernel.every,
  '+': kernel.add,
  '-': kernel.subtract,
  '*': kernel.multiply,
  '/': kernel.divide,
} satisfies { [K in Exclude<Ast.BinaryOperator, Relation>]: (left: Expr, right: Expr) => Expr }

const combines = (operator: Ast.BinaryOperator): operator is keyof typeof combining =>
  Object.hasOwn(combining, operator)

function lowerBinary(ast: Ast.Binary, scope: Scope): Expr {
  const { operator, left, right } = ast
  if (!combines(operator)) return compare(operator, operand(left, scope), operand(right, scope))
  const { first, links } = chainOf(ast, combines)
  return links.reduce(
    (left, link) => {
      const combine = combining[link.operator as keyof typeof combining]
      return combine(left, lowerExpr(link.right, scope))
    },
    lowerExpr(first, scope),
  )
}

function lowerName(ast: Ast.NameExpr, scope: Scope): Expr {
  const meaning = scope.program.model.meanings.get(ast)
  return meaning ? lowerMeaning(meaning, scope) : kernel.constant(null)
}

export function lowerMeaning(meaning: Meaning, scope: Scope): Expr {
  const lower: (meaning: never, scope: Scope) => Expr = meanings[meaning.kind]
  return lower(meaning as never, scope)
}

/** What stands for a set of events is no value; the checker lets none through. */
const noValue = (): Expr => kernel.constant(null)

const meanings = {
  attribute: attributeExpr,
  event: noValue,
  derived: noValue,
  list: ({ values }) => kernel.constant(values.map(String)),
  let: definition,
  segment: definition,
  score: ({ name }, { program }) => ({ op: 'score', index: place(program.scores, name) }),
  grade: ({ name }, { program }) => ({ op: 'grade', index: place(program.grades, name) }),
  stage: ({ name }, { program }) => ({ op: 'stage', index: place(program.stages, name) }),
  eventProperty: ({ name }) => ({ op: 'property', name }),
  eventTime: () => ({ op: 'eventTime' }),
  calendar: ({ part }) => ({ op: 'calendar', part, of: { op: 'eventTime' } }),
  now: () => ({ op: 'now' }),
  symbol: ({ value }) => kernel.constant(value),
} satisfies { [K in Meaning['kind']]: (meaning: Extract<Meaning, { kind: K }>, scope: Scope) => Expr }

/** A `let` or segment, lowered once for each scope however often it is named. */
function definition(symbol: LetSymbol | SegmentSymbol, scope: Scope): Expr {
  const { definitions } = scope
  const open = definitions.has(symbol.name) ? [] : toWorkOut(symbol, ['let', 'segment'], definitions, scope)
  for (const one of open) definitions.set(one.name, shared(lowerExpr(bodyOf(one), scope), scope))
  return definitions.get(symbol.name) as Expr
}

function bodyOf(symbol: LetSymbol | SegmentSymbol): Ast.Expr {
  return symbol.kind === 'let' ? symbol.declaration.value : symbol.declaration.condition
}

function lowerCall({ name, args }: Ast.Call, scope: Scope): Expr {
  const word = findFunction(scope.program.model.vocabulary, name.text)
  const lowered = args.map(arg => repeatable(lowerExpr(arg, scope), scope))
  return word ? word.lower(lowered) : kernel.constant(null)
}

/** A number known while compiling: a literal, or a `let` or expression that comes down to one. */
export function constantOf(ast: Ast.Expr, scope: Scope): number {
  const expr = lowerExpr(ast, scope)
  return expr.op === 'const' && typeof expr.value === 'number' ? expr.value : 0
}
