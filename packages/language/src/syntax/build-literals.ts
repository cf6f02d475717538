/** Names and literals out of their tokens. */
import type * as Ast from './ast.ts'
import type { Building, Node } from './cst.ts'
import type { Token } from './tokens.ts'

/** A name that is missing has an empty text. */
export function ident(b: Building, name: Token | undefined, after: Node): Ast.Ident {
  return name ? identOf(b, name) : { kind: 'ident', text: '', quoted: false, span: b.hole(after).span }
}

export function identOf(b: Building, name: Token): Ast.Ident {
  const quoted = name.image.startsWith('`')
  return { kind: 'ident', text: quoted ? name.image.slice(1, -1) : name.image, quoted, span: b.spanOf(name) }
}

export function textLit(b: Building, text: Token): Ast.TextLit {
  return { kind: 'text', value: textValue(text.image), span: b.spanOf(text) }
}

export function textOrHole(b: Building, text: Token | undefined, after: Node): Ast.TextLit | Ast.Hole {
  return text?.image ? textLit(b, text) : b.hole(text ?? after)
}

export function dateOrHole(b: Building, date: Token | undefined, after: Node): Ast.DateLit | Ast.Hole {
  return date?.image ? dateLit(b, date) : b.hole(date ?? after)
}

function textValue(image: string): string {
  return image.slice(1, -1).replace(/\\(["\\])/g, '$1')
}

function dateLit(b: Building, date: Token): Ast.DateLit {
  return { kind: 'date', text: date.image, dayOnly: !date.image.includes('T'), span: b.spanOf(date) }
}

const numberValue = (image: string) => Number(image.replaceAll('_', ''))

function numberLit(b: Building, number: Token): Ast.NumberLit {
  return { kind: 'number', value: numberValue(number.image), span: b.spanOf(number) }
}

function percentLit(b: Building, percent: Token): Ast.PercentLit {
  return { kind: 'percent', value: numberValue(percent.image.slice(0, -1)) / 100, span: b.spanOf(percent) }
}

function durationLit(b: Building, duration: Token): Ast.DurationLit {
  const [, number = '', unit = ''] = /^([\d._]+)(.*)$/u.exec(duration.image) ?? []
  return { kind: 'duration', value: numberValue(number), unit, span: b.spanOf(duration) }
}

type Literal = Ast.NumberLit | Ast.PercentLit | Ast.DurationLit | Ast.DateLit | Ast.TextLit | Ast.BooleanLit

const literals = {
  Number: numberLit,
  Percent: percentLit,
  Duration: durationLit,
  Date: dateLit,
  Text: textLit,
  True: (b: Building, literal: Token): Literal => ({ kind: 'boolean', value: true, span: b.spanOf(literal) }),
  False: (b: Building, literal: Token): Literal => ({ kind: 'boolean', value: false, span: b.spanOf(literal) }),
} satisfies Readonly<Record<string, (b: Building, literal: Token) => Literal>>

/** Of a node with one token, a literal. */
export function literal(b: Building, node: Node): Literal | Ast.Hole {
  const found = node.firstToken
  const build = found && literals[found.tokenType.name as keyof typeof literals]
  return build && found.image ? build(b, found) : b.hole(node)
}

/** As a label of a grade reads: a name, digits or text. */
export function label(b: Building, name: Token | undefined, after: Node): Ast.Label {
  if (!name) return { kind: 'label', text: '', span: b.hole(after).span }
  const text = /^["`]/.test(name.image) ? textValue(name.image) : name.image
  return { kind: 'label', text, span: b.spanOf(name) }
}
