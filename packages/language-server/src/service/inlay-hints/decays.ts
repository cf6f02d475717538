import { type Ast, textOf, type Vocabulary } from '@merit-lang/language'
import { decayPlace, inheritedDecay, saysDecay } from '../defaults.ts'
import { type Hints, type InlayHint, note, type Shown } from './hint.ts'

/** The decay that a rule takes from its block, and that a lone duration is a half-life. */
export const decays: Hints = ({ project, file, shown }) =>
  shown.flatMap(({ node, above }: Shown): readonly InlayHint[] => {
    if (node.kind === 'decay') return halfLife(project.checked.understood.vocabulary, node)
    if (node.kind !== 'rule' || !('trigger' in node) || !mayDecay(node)) return []
    const inherited = inheritedDecay([...above, node], file, project)
    return inherited ? [note(decayPlace(node), ` ${textOf(inherited.span).replace(/\s+/g, ' ')}`, inheritedWhy)] : []
  })

const inheritedWhy = 'By the `default` of its block. `no decay` keeps the points as they are.'

function mayDecay(rule: Ast.RuleDecl): boolean {
  return rule.trigger.kind === 'on' && rule.action.kind !== 'reset' && rule.action.kind !== 'hole' && !saysDecay(rule)
}

/** The shape that is a lone duration says what it does only in its record. */
function halfLife({ decayShapes }: Vocabulary, { phrase }: Ast.DecayMod): readonly InlayHint[] {
  const [lone] = phrase
  const shape = decayShapes.find(one => one.phrase.length === 1)
  if (phrase.length !== 1 || lone?.kind !== 'duration' || !shape) return []
  const words = shape.describe([textOf(lone.span)])
  return [note(lone.span.end, ' half-life', `${words.charAt(0).toUpperCase()}${words.slice(1)}.`)]
}
