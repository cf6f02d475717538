/**
 * A program as JavaScript. Equal operations are written once and are then one object, so that the engine in the module
 * works out once what it knows of each. No operation is written inside another, so none is nested too deep for a parser.
 */
import type { Program, Rule } from '@merit-lang/runtime'
import { inComment, key, literal } from './text.ts'

export interface ProgramText {
  /** The operations, as declarations, each after those inside it. */
  readonly operations: string
  /** The expression that is the program. */
  readonly program: string
}

export function programText(program: Program): ProgramText {
  const names = new Map<string, string>()
  const textOf = (value: unknown): string => {
    if (typeof value === 'string') return literal(value)
    if (typeof value !== 'object' || value === null) return String(value)
    if (Array.isArray(value)) return `[${value.map(textOf).join(', ')}]`
    const fields = fieldsOf(value).map(([name, field]) => `${key(name)}: ${textOf(field)}`)
    const text = `{ ${fields.join(', ')} }`
    return isShared(value) ? nameOf(text, names) : commentOf(value) + text
  }
  const whole = textOf(program)
  return { operations: [...names].map(([text, name]) => `const ${name} = ${text}`).join('\n'), program: whole }
}

/** What only people, explaining and proofs read. No key of a program is text of a model, so keys tell. */
const omitted: Readonly<Record<string, unknown>> = { doc: '', parts: [], promises: [], reads: [], source: '', text: '' }

function fieldsOf(value: object): [string, unknown][] {
  const fields = Object.entries(value).filter(([name, field]) => field !== undefined && name !== 'subject')
  return fields.map(([name, field]) => [name, omitted[name] ?? field])
}

/** Constants are as short as a name of theirs. */
function isShared(value: object): boolean {
  return 'op' in value && value.op !== 'const'
}

function nameOf(text: string, names: Map<string, string>): string {
  const name = names.get(text) ?? `p${names.size}`
  names.set(text, name)
  return name
}

/** Each rule stands on a line of its own, below its sentence. */
function commentOf(value: object): string {
  if (!('kind' in value) || value.kind !== 'rule') return ''
  const { span, id } = value as Rule
  return `\n// ${inComment(`${span.path}:${span.line}: ${id}`)}\n`
}
