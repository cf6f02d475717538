/** What is written as the data of a test: values of attributes, and of what conditions compare them with. */
import {
  type Ast,
  type AttributeSymbol,
  type Meaning,
  type PropertySymbol,
  type Understood,
  writtenText,
} from '@merit-lang/language'
import { spaced } from './rows.ts'

export interface ExampleLead {
  readonly understood: Understood
  readonly meaningOf: (node: Ast.NameExpr | Ast.Ident) => Meaning | undefined
  /** What is written for an attribute, by its name. */
  readonly fields: Map<string, string>
  /** Lines of the test. */
  readonly events: string[]
}

/** The day on which the test is. */
export const TODAY = '2026-06-01'

/** Of nobody yet. */
export function anyLead(understood: Understood): ExampleLead {
  return { understood, meaningOf: node => understood.meanings.get(node), fields: new Map(), events: [] }
}

/** An attribute, or the address of which the domain is asked. What was said before must not be unsaid. */
export function set(lead: ExampleLead, value: Ast.Expr, text: string | undefined): boolean {
  if (text === undefined) return false
  if (value.kind === 'paren') return set(lead, value.inner, text)
  if (value.kind === 'call' && value.name.text === 'domain' && value.args[0])
    return set(lead, value.args[0], `"ann@${text.replace(/^"|"$/g, '')}"`)
  const meaning = value.kind === 'name' ? lead.meaningOf(value) : undefined
  if (meaning?.kind !== 'attribute') return false
  const before = lead.fields.get(meaning.name)
  lead.fields.set(meaning.name, before ?? text)
  return before === undefined || before === text
}

/** As the data of a test writes it. */
export function valueIn({ meaningOf }: ExampleLead, expr: Ast.Expr): string | undefined {
  const meaning = expr.kind === 'name' ? meaningOf(expr) : undefined
  if (meaning?.kind === 'let')
    return literals.has(meaning.declaration.value.kind) ? spaced(meaning.declaration.value) : undefined
  return meaning?.kind === 'symbol' || literals.has(expr.kind) ? spaced(expr) : undefined
}

const literals: ReadonlySet<Ast.Expr['kind']> = new Set(['text', 'number', 'boolean', 'date'])

export function numberIn({ meaningOf }: ExampleLead, expr: Ast.Expr): number | undefined {
  if (expr.kind === 'number') return expr.value
  if (expr.kind === 'unary' && expr.operator === '-' && expr.operand.kind === 'number') return -expr.operand.value
  const meaning = expr.kind === 'name' ? meaningOf(expr) : undefined
  return meaning?.kind === 'let' && meaning.declaration.value.kind === 'number'
    ? meaning.declaration.value.value
    : undefined
}

export function milliseconds({ understood }: ExampleLead, expr: Ast.Expr): number | undefined {
  if (expr.kind !== 'duration') return undefined
  const unit = understood.vocabulary.units.find(({ name }) => name === expr.unit)
  return unit && unit.milliseconds * expr.value
}

/** Any value of the type. */
export function sample({ type }: AttributeSymbol | PropertySymbol): string {
  if (type.kind === 'enum' || type.kind === 'list') {
    const value = writtenText(type.values?.[0] ?? 'a')
    return type.kind === 'list' ? `[${value}]` : value
  }
  return samples[type.kind]
}

const samples = { text: '"a"', boolean: 'true', date: TODAY, duration: '1', number: '1', broken: '"a"' } as const
