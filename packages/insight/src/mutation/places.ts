/** All that is mutated in a model, by the rule, stage … that it stands in. */
import { type Ast, reasonOf, ruleId, textOf, type Understood, walk } from '@merit-lang/language'
import { movesOf } from './moves.ts'
import type { Mutant, MutationPlace } from './mutation.ts'
import { negationsIn } from './negations.ts'
import { type Defaults, omissionsOf } from './omissions.ts'

type Model = Pick<Understood, 'files' | 'types'>

/** In the order of the files. What is only in a text that does not check is found when it is tried. */
export function mutationPlaces(model: Model): readonly MutationPlace[] {
  const outside = model.files.flatMap(({ ast }) => ast.statements.filter(one => one.kind === 'default'))
  const around: Around = { score: 'total', defaults: defaultsIn(outside, none), model }
  return model.files
    .flatMap(({ ast }) => ast.statements.flatMap(statement => placesIn(statement, around)))
    .filter(({ mutants }) => mutants.length > 0)
}

interface Around {
  readonly score: string
  readonly defaults: Defaults
  readonly model: Model
}

const none: Defaults = new Set()

function placesIn(statement: Ast.Statement, around: Around): readonly MutationPlace[] {
  if (!isMutated(statement)) return []
  const place = { ...named(statement, around), span: statement.span, mutants: mutantsIn(statement, around) }
  if (statement.kind !== 'score' && statement.kind !== 'group') return [place]
  const items = statement.items ?? []
  const score = statement.kind === 'score' ? statement.name.text : around.score
  const inside = { ...around, score, defaults: defaultsIn(items, around.defaults) }
  return [place, ...items.flatMap(item => placesIn(item, inside))]
}

function defaultsIn(items: readonly Ast.Statement[], outside: Defaults): Defaults {
  return new Set([...outside, ...items.flatMap(item => (item.kind === 'default' ? [item.setting.kind] : []))])
}

/** Items of a block are places of their own. */
function mutantsIn(statement: Mutated, { defaults, model: { types } }: Around): readonly Mutant[] {
  const items: ReadonlySet<unknown> = new Set('items' in statement ? statement.items : [])
  const isDefault = statement.kind === 'default'
  const isCondition = (expr: Ast.Expr) => types.get(expr)?.kind === 'boolean'
  const found: Mutant[] = []
  walk(statement, node => {
    if (items.has(node)) return false
    found.push(...movesOf(node), ...negationsIn(node, isCondition), ...omissionsOf(node, defaults))
    return !isDefault
  })
  return found.toSorted((a, b) => a.span.start - b.span.start)
}

// ---------------------------------------------------------------- names

type Named = Pick<MutationPlace, 'kind' | 'name' | 'score'>
type Mutated = Extract<Ast.Statement, { readonly kind: keyof typeof names }>

const isMutated = (statement: Ast.Statement): statement is Mutated => Object.hasOwn(names, statement.kind)

function named(statement: Mutated, around: Around): Named {
  const name: (statement: never, around: Around) => Named = names[statement.kind]
  return name(statement as never, around)
}

const names = {
  rule: (rule, { score }) => ({ kind: 'rule', name: ruleId(rule).id, score }),
  group: ({ name }, { score }) => ({ kind: 'group', name: name.text, score }),
  default: ({ span }, { score }) => ({ kind: 'default', name: textOf(span), score }),
  score: ({ name }) => ({ kind: 'score', name: name.text }),
  grade: ({ name }) => ({ kind: 'grade', name: name.text }),
  qualify: ({ stage }) => ({ kind: 'stage', name: stage?.text ?? 'qualified' }),
  disqualify: statement => ({ kind: 'disqualification', name: reasonOf(statement) }),
  segment: ({ name }) => ({ kind: 'segment', name: name.text }),
  let: ({ name }) => ({ kind: 'let', name: name.text }),
  event: ({ name }) => ({ kind: 'event', name: name.text }),
} satisfies { [K in Ast.Statement['kind']]?: (statement: Extract<Ast.Statement, { kind: K }>, around: Around) => Named }
