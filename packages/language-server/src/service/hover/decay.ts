/** What is left of a rule's points as an event ages, as the reference evaluator works it out. */
import { type Ast, compile, standardVocabulary, textOf, type Understood } from '@merit-lang/language'
import { evaluate, formatInstant, readLead } from '@merit-lang/runtime'
import { inline, paragraphs } from '../describe/markdown.ts'
import { tidy } from './literals.ts'

const day = 24 * 60 * 60 * 1000
/** Any instant does: only ages count. */
const now = Date.UTC(2026, 0, 1)
/** Points are told per hundred where a rule has no plain number of them. */
const usual = 100

/** Of the rule, or, outside of one, of 100 points. Nothing where the decay is in error. */
export function decayText(
  decay: Ast.DecayMod,
  rule: Ast.RuleDecl | undefined,
  understood: Understood,
): string | undefined {
  const points = pointsOf(rule)
  const model = modelOf(decay, points ?? usual, understood)
  const program = compile({ path: '', text: model }).lowered?.program
  if (!program) return undefined
  const left = (age: number) => {
    const lead = readLead(program, { events: [{ type: 'happened', at: formatInstant(now - age) }] })
    return evaluate(program, lead, now).scores.total ?? 0
  }
  const [first, ...rest] = agesOf(decay)
  const later = rest.map(age => `${tidy(left(age))} after ${ageText(age)}`)
  const whose = points === undefined ? `Of ${usual} points` : `Of the ${tidy(points)} points`
  return paragraphs(
    inline(textOf(decay.span)),
    describeShape(decay),
    `${whose} for one event ${[`${tidy(left(first))} are left after ${ageText(first)}`, ...later].join(', ')}.`,
  )
}

function pointsOf(rule: Ast.RuleDecl | undefined): number | undefined {
  if (rule?.action.kind !== 'add' || rule.action.amount.kind !== 'number') return undefined
  return rule.action.sign === 'add' ? rule.action.amount.value : -rule.action.amount.value
}

/** A model of one rule with this decay, and the values that the decay names. */
function modelOf(decay: Ast.DecayMod, points: number, { lets }: Understood): string {
  const named = new Map(lets.map(({ name, declaration }) => [name, textOf(declaration.span)]))
  const needed = new Set<string>()
  const need = (text: string) => {
    for (const word of text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []) {
      const declaration = named.get(word)
      if (declaration === undefined || needed.has(declaration)) continue
      needed.add(declaration)
      need(declaration.slice(declaration.indexOf('=')))
    }
  }
  need(textOf(decay.span))
  const sign = points < 0 ? 'subtract' : 'add'
  return `${[...needed].join('\n')}\non happened ${sign} ${Math.abs(points)} ${textOf(decay.span)}`
}

/** Whole half-lives, where it is one that is written out; else days that people think in. */
function agesOf({ phrase, after }: Ast.DecayMod): readonly [number, ...number[]] {
  const [first, ...rest] = phrase
  const halfLife = first?.kind === 'duration' && rest.length === 0 ? millisecondsOf(first) : undefined
  if (halfLife === undefined) return [7 * day, 30 * day, 60 * day, 90 * day]
  const grace = after?.kind === 'duration' ? (millisecondsOf(after) ?? 0) : 0
  return [grace + halfLife, grace + 2 * halfLife, grace + 3 * halfLife]
}

function millisecondsOf({ value, unit }: Ast.DurationLit): number | undefined {
  const found = standardVocabulary.units.find(({ name }) => name === unit)
  return found && value * found.milliseconds
}

/** In the largest unit up to days that leaves no fraction worth telling. */
function ageText(age: number): string {
  const fitting = standardVocabulary.units.filter(({ name, milliseconds }) => name !== 'w' && age >= milliseconds)
  const { name, milliseconds } = fitting.toSorted((a, b) => b.milliseconds - a.milliseconds)[0] ?? {
    name: 'd',
    milliseconds: day,
  }
  return `${tidy(age / milliseconds)}${name}`
}

function describeShape({ phrase, after }: Ast.DecayMod): string {
  const shape = standardVocabulary.decayShapes.find(
    one =>
      one.phrase.length === phrase.length &&
      one.phrase.every((part, i) => part.startsWith('<') || part === wordOf(phrase[i])),
  )
  const slots = phrase.filter((_, i) => shape?.phrase[i]?.startsWith('<')).map(({ span }) => textOf(span))
  const grace = after ? `; nothing is lost for the first ${textOf(after.span)}` : ''
  return shape ? `${capitalised(shape.describe(slots))}${grace}.` : ''
}

const wordOf = (part: Ast.PhrasePart | undefined) => (part?.kind === 'ident' ? part.text : '')
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What is expected of a rule in a test is of that kind, too. */
export function ruleIn(path: readonly Ast.AnyNode[]): Ast.RuleDecl | undefined {
  return path.findLast((node): node is Ast.RuleDecl => node.kind === 'rule' && 'trigger' in node)
}

/** The rule's own, or that of the nearest block that says one for all its rules. `path`: from the file to the rule. */
export function decayOf(path: readonly Ast.AnyNode[]): Ast.DecayMod | undefined {
  const rule = ruleIn(path)
  if (rule?.trigger.kind !== 'on' || !gives.has(rule.action.kind)) return undefined
  const own = rule.modifiers.find(modifier => modifier.kind === 'decay')
  if (own || rule.modifiers.some(modifier => modifier.kind === 'no' && modifier.what === 'decay')) return own
  const blocks = path.toReversed().map(entriesOf)
  return blocks.flatMap(entries =>
    entries.flatMap(entry => (entry.kind === 'default' && entry.setting.kind === 'decay' ? [entry.setting] : [])),
  )[0]
}

const gives: ReadonlySet<Ast.Action['kind']> = new Set(['add', 'pointsBy', 'pointsFirst'])

function entriesOf(node: Ast.AnyNode): readonly (Ast.Item | Ast.Statement)[] {
  if (node.kind === 'file') return node.statements
  return node.kind === 'score' || node.kind === 'group' ? (node.items ?? []) : []
}
