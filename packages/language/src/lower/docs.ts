/** What `##` comments say of the names and rules of a model, for whoever shows a model without its text. */
import type { Doc } from '@merit-lang/runtime'
import type { CheckedModel } from '../check/model.ts'
import { ruleId } from '../check/rule-id.ts'
import type * as Ast from '../syntax/ast.ts'

/** In the order of the model. Rules are named as in results: by their label, or their text. */
export function docsOf(model: CheckedModel): readonly Doc[] {
  const { attributes, events, derived, lists, lets, segments, scores, grades, stages, files } = model
  const named = [derived, lists, lets, segments, scores, grades].flatMap(symbols =>
    symbols.map(({ kind, name, declaration }) => ({ of: kind, name, text: declaration?.doc ?? '' })),
  )
  const docs: readonly Doc[] = [
    ...files.flatMap(({ ast }) => ast.statements.flatMap(ofModel)),
    ...attributes.map(({ name, doc }) => ({ of: 'attribute', name, text: doc })),
    ...events.map(({ name, doc }) => ({ of: 'event', name, text: doc })),
    ...events.flatMap(({ name, properties }) =>
      properties.map(property => ({ of: 'property', name: `${name}.${property.name}`, text: property.doc })),
    ),
    ...named,
    ...scores.flatMap(({ items = [] }) => items.flatMap(ofItem)),
    ...stages.flatMap(({ name, lines }) =>
      lines.map(({ declaration }) => ({ of: 'stage', name, text: declaration.doc })),
    ),
  ]
  return docs.filter(({ text }) => text !== '')
}

function ofModel(statement: Ast.Statement): readonly Doc[] {
  if (statement.kind !== 'model' || statement.name.kind !== 'text') return []
  return [{ of: 'model', name: statement.name.value, text: statement.doc }]
}

function ofItem(item: Ast.Item): readonly Doc[] {
  if (item.kind === 'rule') return [{ of: 'rule', name: ruleId(item).id, text: item.doc }]
  if (item.kind === 'default') return []
  return [{ of: 'group', name: item.name.text, text: item.doc }, ...item.items.flatMap(ofItem)]
}
