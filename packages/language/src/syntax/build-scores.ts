/** Scores, groups, rules, tables of points and modifiers. */
import type * as Ast from './ast.ts'
import { bound, expression, paren, pattern, quantity, range, sum, window } from './build-expressions.ts'
import { ident, literal, textOrHole } from './build-literals.ts'
import { type Building, between, has, isKeyOf, kid, kids, type Node, token, which } from './cst.ts'
import type { Token } from './tokens.ts'

const head = (b: Building, node: Node) => ({ doc: b.doc(node), span: b.span(node) })

export function score(b: Building, node: Node): Ast.ScoreDecl {
  return {
    kind: 'score',
    name: ident(b, token(node, 'Name'), node),
    ofAccount: has(node, 'Of'),
    ...blockHead(b, node),
    ...(has(node, 'Equal') ? { formula: expression(b, kid(node, 'expression'), node) } : { items: items(node) }),
    ...head(b, node),
  }
}

export function group(b: Building, node: Node): Ast.Group {
  return {
    kind: 'group',
    name: ident(b, token(node, 'Name'), node),
    ...blockHead(b, node),
    items: items(node),
    ...head(b, node),
  }
}

function blockHead(b: Building, node: Node): Ast.BlockHead {
  const body = kid(node, 'body')
  const bounds = [...kids(node, 'headBound'), ...kids(body, 'headBound')]
  const value = (name: string, key: 'cap' | 'floor' | 'weight') => {
    const found = bounds.find(part => has(part, name))
    return found && { [key]: bound(b, kid(found, 'bound'), found) }
  }
  const when = kid(body, 'headWhen')
  return {
    ...value('Cap', 'cap'),
    ...value('Floor', 'floor'),
    ...value('Weight', 'weight'),
    ...(when && { when: expression(b, kid(when, 'expression'), when) }),
  }
}

function items(node: Node): Ast.Item[] {
  return kids(kid(kid(node, 'body'), 'block'), 'item').flatMap(node => (node.built as Ast.Item | undefined) ?? [])
}

/** Of a node with a rule, group or default; of nothing else. */
export function item(b: Building, node: Node): Ast.Item | undefined {
  const inner = node.firstNode
  return inner && isKeyOf(itemBuilders, inner.name) ? itemBuilders[inner.name](b, inner) : undefined
}

const itemBuilders = { rule, group, default: defaultSetting } satisfies Readonly<
  Record<string, (b: Building, node: Node) => Ast.Item>
>

function defaultSetting(b: Building, node: Node): Ast.Default {
  return { kind: 'default', setting: setting(b, node), ...head(b, node) }
}

function setting(b: Building, node: Node): Ast.Default['setting'] {
  const cooling = kid(node, 'cooldown')
  if (cooling) return cooldown(b, cooling)
  const kept = kid(node, 'window')
  return kept ? windowModifier(b, kept) : decay(b, kid(node, 'decay') ?? node)
}

// ---------------------------------------------------------------- rules

function rule(b: Building, node: Node): Ast.RuleDecl {
  return {
    kind: 'rule',
    trigger: trigger(b, node),
    action: actionOf(b, node),
    modifiers: kids(node, 'modifier').map(part => modifier(b, part)),
    ...head(b, node),
  }
}

function trigger(b: Building, node: Node): Ast.Trigger {
  const [on, when] = [token(node, 'On'), token(node, 'When')]
  const condition = kid(node, 'expression')
  if (on) return onTrigger(b, node, on)
  if (when) return { kind: 'when', condition: expression(b, condition, node), span: fromTo(b, when, condition) }
  const points = kid(node, 'points')
  return { kind: 'always', span: points ? b.span(points) : b.span(node) }
}

function onTrigger(b: Building, node: Node, on: Token): Ast.Trigger {
  const events = kid(node, 'pattern')
  const when = has(node, 'When') ? { when: expression(b, kid(node, 'expression'), node) } : {}
  const last = kid(node, 'expression') ?? events
  return { kind: 'on', pattern: pattern(b, events, node), ...when, span: fromTo(b, on, last) }
}

function fromTo(b: Building, first: Token, last: Node | undefined) {
  return last ? between(b.spanOf(first), b.span(last)) : b.spanOf(first)
}

function actionOf(b: Building, node: Node): Ast.Action {
  const action = kid(node, 'action')
  const table = kid(node, 'points') ?? kid(action, 'points')
  if (table) return points(b, table)
  return action ? simpleAction(b, action) : b.hole(node)
}

function simpleAction(b: Building, node: Node): Ast.Action {
  const span = b.span(node)
  const amount = () => sum(b, kid(kid(node, 'amount'), 'sum'), node)
  if (has(node, 'Reset')) return { kind: 'reset', span }
  if (has(node, 'Multiply')) return { kind: 'multiply', factor: amount(), span }
  const sign = which(node, 'Add', 'Subtract')
  if (!sign) return b.hole(node)
  return { kind: 'add', sign: sign === 'Add' ? 'add' : 'subtract', amount: amount(), perMatch: has(node, 'Per'), span }
}

function points(b: Building, node: Node): Ast.Action {
  const span = b.span(node)
  if (has(node, 'By')) {
    return { kind: 'pointsBy', subject: sum(b, kid(node, 'sum'), node), rows: byRows(b, node), span }
  }
  const table = kid(node, 'firstTable')
  return table ? { kind: 'pointsFirst', rows: firstRows(b, table), span } : b.hole(node)
}

const started = (rows: readonly Node[]) => rows.filter(row => row.startOffset >= 0)

function byRows(b: Building, node: Node): Ast.ByRow[] {
  return started(kids(node, 'byRow')).map(row => ({
    kind: 'byRow',
    cases: kids(row, 'case').map(part => caseOf(b, part)),
    points: bound(b, kid(row, 'bound'), row),
    span: b.span(row),
  }))
}

function caseOf(b: Building, node: Node): Ast.Case {
  const span = b.span(node)
  if (has(node, 'Else')) return { kind: 'else', span }
  const value = range(b, kid(node, 'range'), node)
  if (value.kind === 'range') return value
  const name = value.kind === 'name' && value.path.length === 1 ? value.path[0] : undefined
  return name?.text === 'unknown' && !name.quoted ? { kind: 'unknown', span } : { kind: 'value', value, span }
}

function firstRows(b: Building, node: Node): Ast.FirstRow[] {
  return started(kids(node, 'firstRow')).map(row => ({
    kind: 'firstRow',
    ...(!has(row, 'Else') && { condition: expression(b, kid(row, 'expression'), row) }),
    points: bound(b, kid(row, 'bound'), row),
    span: b.span(row),
  }))
}

// ---------------------------------------------------------------- modifiers

const limits = { Cap: 'cap', Floor: 'floor', Weight: 'weight' } as const
const turnedOff = { Decay: 'decay', Within: 'within', Cooldown: 'cooldown' } as const

function modifier(b: Building, node: Node): Ast.Modifier {
  const inner = node.firstNode
  if (inner && isKeyOf(modifierForms, inner.name)) return modifierForms[inner.name](b, inner)
  const span = b.span(node)
  if (has(node, 'As')) return { kind: 'label', text: textOrHole(b, token(node, 'Text'), node), span }
  if (has(node, 'No')) {
    return { kind: 'no', what: turnedOff[which(node, 'Decay', 'Within', 'Cooldown') ?? 'Decay'], span }
  }
  const kind = limits[which(node, 'Cap', 'Floor', 'Weight') ?? 'Cap']
  return { kind, value: bound(b, kid(node, 'bound'), node), span }
}

const modifierForms = { cooldown, window: windowModifier, decay, limit } satisfies Readonly<
  Record<string, (b: Building, node: Node) => Ast.Modifier>
>

function cooldown(b: Building, node: Node): Ast.CooldownMod {
  return { kind: 'cooldown', duration: quantity(b, kid(node, 'quantity'), node), span: b.span(node) }
}

function windowModifier(b: Building, node: Node): Ast.WindowMod {
  return { kind: 'window', window: window(b, node), span: b.span(node) }
}

function limit(b: Building, node: Node): Ast.Modifier {
  const span = b.span(node)
  const per = kid(node, 'per')
  const perName = per && { per: ident(b, token(per, 'Name'), per) }
  const number = kid(node, 'quantity')
  if (has(node, 'Once')) return { kind: 'once', ...perName, span }
  if (has(node, 'First'))
    return { kind: 'first', ...(number && { count: quantity(b, number, node) }), ...perName, span }
  return { kind: 'atMost', count: quantity(b, number, node), ...perName, span }
}

function decay(b: Building, node: Node): Ast.DecayMod {
  return {
    kind: 'decay',
    phrase: kids(node, 'decayPart').flatMap(part => phrasePart(b, part)),
    ...(has(node, 'After') && { after: quantity(b, kid(node, 'quantity'), node) }),
    span: b.span(node),
  }
}

function phrasePart(b: Building, node: Node): Ast.PhrasePart | [] {
  const word = token(node, 'Name') ?? token(node, 'Of')
  if (word) return ident(b, word, node)
  const inner = kid(node, 'parenthesis')
  if (inner) return paren(b, inner)
  const value = literal(b, node)
  return value.kind === 'number' || value.kind === 'percent' || value.kind === 'duration' ? value : []
}
