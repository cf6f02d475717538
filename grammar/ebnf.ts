/** The grammar in EBNF (ISO 14977's signs): `[ ]` none or one, `{ }` any number, words in quotes, literals capitalised. */
import type { Production, Rule } from './productions.ts'

const width = 110

const intro = `(* Merit. Written by "npm run generate" from the parser: do not edit.

   Words in quotes are the language's own; they are lower case. What a Name, Text … is, stands at the end.
   Which words are keywords where is said in packages/language/src/syntax/keywords.ts; a keyword in backticks is a Name,
   and so is one in [ ], after "=" and "!=", alone in ( ), and before ":". A "when" that comes to points (add, subtract, points, multiply, reset) before the
   next "when" begins a rule; it is never the end of "qualify" or "promise". Windows belong to the pattern right before
   them. Label is a Name, Number or Text that stands as
   the label of a grade. Comments begin with "#" and end with the line; space and line ends separate, no more. *)
`

const literals = `(* What the capitalised names stand for:

   Name       letter or "_", then letters, digits and "_"; or anything but a backtick, in backticks
   Text       any characters of one line in double quotes; inside, \\" is a quote and \\\\ a backslash
   Number     digits, with "_" between them where it helps, and a fraction after a point
   Percent    a Number and "%"
   Duration   a Number and a unit such as d, h, min
   Date       year-month-day, or with time and zone: 2026-06-01, 2026-06-01T09:30:00Z
   Label      a Name, Number or Text *)
`

export function ebnf(rules: readonly Rule[]): string {
  return `${intro}\n${rules.map(ruleText).join('\n')}\n\n${literals}`
}

function ruleText({ name, body }: Rule): string {
  const line = `${name} = ${text(body, false)} ;`
  if (line.length <= width || body.kind !== 'choice') return wrapped(line)
  const [first = '', ...rest] = body.parts.map(part => text(part, false))
  return [`${name} = ${first}`, ...rest.map(part => wrapped(`  | ${part}`)), '  ;'].join('\n')
}

/** Broken between words, with what goes on indented. */
function wrapped(line: string): string {
  if (line.length <= width) return line
  const cut = line.lastIndexOf(' ', width)
  return `${line.slice(0, cut)}\n${wrapped(`    ${line.slice(cut + 1)}`)}`
}

/** `grouped`: a choice needs parentheses here. */
function text(production: Production, grouped: boolean): string {
  switch (production.kind) {
    case 'word':
      return `"${production.text}"`
    case 'literal':
    case 'rule':
      return production.name
    case 'sequence':
      return production.parts.map(part => text(part, true)).join(' ')
    case 'choice': {
      const choice = production.parts.map(part => text(part, false)).join(' | ')
      return grouped ? `( ${choice} )` : choice
    }
    case 'optional':
      return `[ ${text(production.part, false)} ]`
    case 'repeated':
      return `{ ${text(production.part, false)} }`
    case 'several':
      return `${text(production.part, true)} { ${text(production.part, false)} }`
  }
}
