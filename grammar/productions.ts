/** The grammar as data, out of the living parser: what the EBNF and the diagrams are drawn from. */
import type { ISerializedGast } from 'chevrotain'
import { MeritParser } from '../packages/language/src/syntax/grammar.ts'

export type Production =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'literal'; readonly name: string }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Production[] }
  | { readonly kind: 'choice'; readonly parts: readonly Production[] }
  | { readonly kind: 'optional'; readonly part: Production }
  /** None, one or more. */
  | { readonly kind: 'repeated'; readonly part: Production }
  /** One or more. */
  | { readonly kind: 'several'; readonly part: Production }

export interface Rule {
  readonly name: string
  readonly body: Production
}

/** From `file` on, each rule behind the one that first uses it. */
export function grammarRules(): Rule[] {
  const bodies = new Map(new MeritParser().getSerializedGastProductions().map(rule => [nameOf(rule), bodyOf(rule)]))
  const order = new Set<string>()
  const visit = (name: string): void => {
    if (order.has(name)) return
    order.add(name)
    rulesIn(bodies.get(name)).forEach(visit)
  }
  visit('file')
  return [...order].map(name => ({ name, body: bodies.get(name) as Production }))
}

const nameOf = (gast: ISerializedGast) => (gast as unknown as { readonly name: string }).name

function bodyOf(gast: ISerializedGast): Production {
  const parts = ((gast as unknown as { definition?: ISerializedGast[] }).definition ?? []).map(productionOf)
  return parts.length === 1 ? (parts[0] as Production) : { kind: 'sequence', parts }
}

const builders: Readonly<Record<string, (gast: ISerializedGast) => Production>> = {
  Terminal: gast => terminal(nameOf(gast), (gast as unknown as { label: string }).label),
  NonTerminal: gast => ({ kind: 'rule', name: nameOf(gast) }),
  Alternative: bodyOf,
  Alternation: gast => ({
    kind: 'choice',
    parts: (gast as unknown as { definition: ISerializedGast[] }).definition.map(productionOf),
  }),
  Option: gast => ({ kind: 'optional', part: bodyOf(gast) }),
  Repetition: gast => ({ kind: 'repeated', part: bodyOf(gast) }),
  RepetitionMandatory: gast => ({ kind: 'several', part: bodyOf(gast) }),
}

function productionOf(gast: ISerializedGast): Production {
  const build = builders[gast.type]
  if (!build) throw new Error(`No way to draw ${gast.type}`)
  return build(gast)
}

/** Labels of words and signs are in quotes; kinds of literals have none. */
function terminal(name: string, label: string): Production {
  return label.startsWith('"') ? { kind: 'word', text: label.slice(1, -1) } : { kind: 'literal', name }
}

export function rulesIn(production: Production | undefined): string[] {
  if (!production) return []
  if (production.kind === 'rule') return [production.name]
  if ('parts' in production) return production.parts.flatMap(rulesIn)
  return 'part' in production ? rulesIn(production.part) : []
}
