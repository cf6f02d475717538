/** What is known of something that has a name. */
import { type Ast, textOf, walk } from '@merit-lang/language'
import { code, inline, paragraphs, prose } from '../describe/markdown.ts'
import { type Described, describe, typeText } from '../describe/symbols.ts'
import { type Known, knownOf, propertiesOf, typeOfNamed } from '../known.ts'
import { type Entity, type EntityKind, nounOf, occurrencesOf } from '../occurrences.ts'
import type { Place, Project } from '../workspace.ts'
import { scoreText } from './ranges.ts'

interface About {
  readonly known: Known
  readonly project: Project
  readonly entity: Entity
  readonly uses: number
}

type Tell = (about: About) => string | undefined

const symbol: Tell = ({ known, entity, uses }) =>
  told(known.named.get(entity.name) ?? known.events.get(entity.name), uses)
const event: Tell = ({ known, entity, uses }) => told(known.events.get(entity.name), uses)
const plain: Tell = ({ entity, uses }) => paragraphs(`${inline(entity.name)}: ${nounOf(entity)}`, usesText(uses))

const tellers = {
  attribute: symbol,
  list: symbol,
  let: symbol,
  segment: symbol,
  score: about => paragraphs(symbol(about), scoreText(about.entity.name, about.project)),
  grade: symbol,
  stage: symbol,
  event,
  derived: event,
  property: ({ known, entity, uses }) => {
    const owner = entity.owner?.name ?? ''
    return told(
      propertiesOf(known, owner).find(({ name }) => name === entity.name),
      uses,
      owner,
    )
  },
  record: ({ known, entity }) => {
    const inside = known.understood.attributes.filter(({ name }) => name.startsWith(`${entity.name}.`))
    return paragraphs(
      code(inside.map(({ name, type }) => `${name}: ${typeText(type)}`).join('\n')),
      'attributes that belong together',
    )
  },
  value: ({ known, entity, uses }) => {
    const owner = entity.owner && known.named.get(entity.owner.name)
    const type = owner && code(`${owner.name}: ${typeText(typeOfNamed(owner))}`)
    return paragraphs(`${inline(entity.name)}: ${nounOf(entity)}`, type, usesText(uses))
  },
  label: plain,
  group: about => paragraphs(headOf(about), docOf(about)),
  rule: about => paragraphs(`${inline(about.entity.name)}: a rule`, ruleOf(about)),
  reason: plain,
  test: plain,
} satisfies { [K in EntityKind]: Tell }

/** Several where one name stands for several. */
export function entitiesText({ project }: Place, entities: readonly Entity[]): string | undefined {
  const known = knownOf(project.checked.understood)
  const texts = entities.map(entity => {
    const uses = occurrencesOf(project, entity).filter(({ role }) => role === 'use').length
    return tellers[entity.kind]({ known, project, entity, uses })
  })
  const all = texts.filter(text => text !== undefined)
  return all.length > 0 ? all.join('\n\n---\n\n') : undefined
}

function told(described: Described | undefined, uses: number, owner?: string): string | undefined {
  return described && describe(described, { uses, owner })
}

const usesText = (uses: number) => (uses === 1 ? 'used once' : `used ${uses} times`)

function declarationsOf({ project, entity }: About): readonly (Ast.Group | Ast.RuleDecl)[] {
  const spans = new Set(
    occurrencesOf(project, entity).flatMap(({ role, span }) => (role === 'use' ? [] : [span.start])),
  )
  const found: (Ast.Group | Ast.RuleDecl)[] = []
  for (const { ast } of project.checked.understood.files)
    walk(ast, node => {
      if (node.kind === 'group' && spans.has(node.name.span.start)) found.push(node)
      if (
        node.kind === 'rule' &&
        'trigger' in node &&
        node.modifiers.some(one => one.kind === 'label' && spans.has(one.text.span.start))
      )
        found.push(node)
    })
  return found
}

function headOf(about: About): string | undefined {
  const [declaration] = declarationsOf(about)
  return declaration && code(textOf(declaration.span).split('{')[0]?.trim() ?? '')
}

const docOf = (about: About) => prose(declarationsOf(about)[0]?.doc ?? '')

function ruleOf(about: About): string {
  return paragraphs(...declarationsOf(about).flatMap(rule => [code(textOf(rule.span)), prose(rule.doc)]))
}
