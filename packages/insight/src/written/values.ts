/** Constants in the words of the language, by what they stand beside. */
import { writtenName, writtenNumber, writtenText } from '@merit-lang/language'
import { type Attribute, type Expr, fold, formatInstant, type Program, type Value } from '@merit-lang/runtime'
import { writtenDuration } from './durations.ts'

/** As what it is held against asks for: beside a date it is an instant, beside a value of an enum a name. */
export function besideValue(constant: Value, other: Expr, program: Program): string {
  if (typeof constant === 'number' && isDate(other, program)) return formatInstant(constant)
  if (typeof constant === 'number' && isSpan(other, program)) return writtenDuration(constant)
  const declared = typeof constant === 'string' ? spelling(constant, other, program) : undefined
  return declared === undefined ? writtenValue(constant) : writtenName(declared)
}

export function writtenValue(constant: Value): string {
  if (constant === null) return 'unknown'
  if (typeof constant === 'number') return writtenNumber(constant)
  if (typeof constant === 'string') return writtenText(constant)
  return typeof constant === 'boolean' ? String(constant) : `[${constant.map(writtenText).join(', ')}]`
}

/** Of a value of an enum or a list, as it is declared; a name also where none are. */
function spelling(text: string, expr: Expr, program: Program): string | undefined {
  const field = fieldOf(expr, program)
  if (!field || (field.type.kind !== 'enum' && field.type.kind !== 'list')) return undefined
  return field.type.values ? field.type.values.find(one => fold(one) === fold(text)) : text
}

function isDate(expr: Expr, program: Program): boolean {
  if (expr.op === 'value') return isDate(program.values[expr.index] as Expr, program)
  if (expr.op === 'aggregate') return isDate(expr.of, program)
  return expr.op === 'now' || expr.op === 'eventTime' || fieldOf(expr, program)?.type.kind === 'date'
}

/** A length of time. */
function isSpan(expr: Expr, program: Program): boolean {
  return expr.op === 'age' || (expr.op === 'subtract' && isDate(expr.left, program) && isDate(expr.right, program))
}

/** Of a property the first that has the name, whatever the event. */
function fieldOf(expr: Expr, program: Program): Attribute | undefined {
  if (expr.op === 'fold') return fieldOf(expr.of, program)
  if (expr.op === 'value') return fieldOf(program.values[expr.index] as Expr, program)
  if (expr.op === 'attribute') return program.attributes[expr.index]
  if (expr.op !== 'property') return undefined
  return program.events.flatMap(({ properties }) => properties).find(({ name }) => name === expr.name)
}
