/** A name where it is used: what it means says which entities it stands for. */
import type { Ast, AttributeSymbol, Meaning } from '@merit-lang/language'
import type { Entity } from './entities.ts'
import { type Events, entity, type Search, use } from './search.ts'

type Named = Ast.NameExpr | Ast.Ident
type Use<M> = (cx: Search, meaning: M, node: Named, events: Events) => void

export function useName(cx: Search, node: Named, events: Events): void {
  const meaning = cx.understood.meanings.get(node)
  if (meaning) (uses[meaning.kind] as Use<Meaning>)(cx, meaning, node, events)
}

const nothing = () => {}
type Declared = Exclude<Meaning, { kind: 'eventProperty' | 'eventTime' | 'calendar' | 'now' | 'symbol' }>

function byName(cx: Search, { kind, name }: Declared, node: Named): void {
  use(cx, entity(cx, kind, name), lastOf(node).span)
}

const uses = {
  attribute: useAttribute,
  event: byName,
  derived: byName,
  list: byName,
  let: byName,
  segment: byName,
  score: byName,
  grade: byName,
  stage: byName,
  eventProperty: (cx, { name }, node, events) => {
    for (const event of events) {
      if (!event.properties.some(property => property.name === name)) continue
      usePath(cx, 'property', identsOf(node), entity(cx, 'event', event.name))
    }
  },
  eventTime: nothing,
  calendar: nothing,
  now: nothing,
  symbol: nothing,
} satisfies { [K in Meaning['kind']]: Use<Extract<Meaning, { kind: K }>> }

const identsOf = (node: Named): readonly Ast.Ident[] => (node.kind === 'name' ? node.path : [node])
const lastOf = (node: Named) => identsOf(node).at(-1) as Ast.Ident

/** In a pattern an attribute may be told from a property: `lead.company.tier`. */
function useAttribute(cx: Search, _: AttributeSymbol, node: Named): void {
  const [first, ...rest] = identsOf(node)
  const told = rest.length > 0 && first?.text === 'lead' && !first.quoted
  usePath(cx, 'attribute', told ? rest : identsOf(node))
}

/** The records that it is nested in, and the last part itself. */
function usePath(cx: Search, kind: 'attribute' | 'property', path: readonly Ast.Ident[], owner?: Entity): void {
  let name = ''
  path.forEach(({ text, span }, i) => {
    name = name === '' ? text : `${name}.${text}`
    use(cx, entity(cx, i === path.length - 1 ? kind : 'record', name, owner), span)
  })
}
