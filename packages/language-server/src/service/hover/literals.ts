/** What a written number, length of time or date amounts to. */
import { type Ast, standardVocabulary, textOf, type Understood } from '@merit-lang/language'
import { inline } from '../describe/markdown.ts'

type Literal = Ast.NumberLit | Ast.PercentLit | Ast.DurationLit | Ast.DateLit

const tellers = {
  number: () => undefined,
  percent: ({ value, span }) => `${inline(textOf(span))} = ${tidy(value)}`,
  duration: durationText,
  date: dateText,
} satisfies {
  [K in Literal['kind']]: (literal: Extract<Literal, { kind: K }>, understood: Understood) => string | undefined
}

/** Nothing where there is nothing to add to what is written. */
export function literalText(literal: Literal, understood: Understood): string | undefined {
  return (tellers[literal.kind] as (literal: Literal, understood: Understood) => string | undefined)(
    literal,
    understood,
  )
}

/** Without what binary fractions leave behind. */
export const tidy = (value: number): string => String(Number(value.toFixed(6)))

const unitsDown = [...standardVocabulary.units].sort((a, b) => b.milliseconds - a.milliseconds)
const nouns: Readonly<Record<string, string>> = { s: 'second', min: 'minute', h: 'hour', d: 'day', w: 'week' }

/** In the next larger unit and the next smaller one: `36h` is 1.5 days or 2160 minutes. */
function durationText({ value, unit, span }: Ast.DurationLit): string | undefined {
  const place = unitsDown.findIndex(({ name }) => name === unit)
  const own = unitsDown[place]
  if (!own) return undefined
  const others = [unitsDown[place - 1], unitsDown[place + 1]].filter(other => other !== undefined)
  const texts = others.map(({ name, milliseconds }) =>
    counted((value * own.milliseconds) / milliseconds, nouns[name] ?? name),
  )
  return `${inline(textOf(span))} = ${texts.join(' = ')}`
}

const counted = (value: number, noun: string) => `${tidy(value)} ${noun}${value === 1 ? '' : 's'}`

/** A day is the whole day in the model's time zone; an instant is told in that zone. */
function dateText({ text, dayOnly }: Ast.DateLit, { timezone = 'UTC' }: Understood): string | undefined {
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) return undefined
  if (dayOnly) return `${weekdayOf(instant, 'UTC')}: the whole day in ${inline(timezone)}`
  if (!/Z$|[+-]\d\d:\d\d$/.test(text)) return `A time in ${inline(timezone)}`
  return `${weekdayOf(instant, timezone)}, ${timeIn(instant, timezone)} in ${inline(timezone)}`
}

const weekdayOf = (instant: Date, timeZone: string) => formatted(instant, timeZone, { weekday: 'long' })
const timeIn = (instant: Date, timeZone: string) =>
  formatted(instant, timeZone, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' })

/** A zone that nobody knows is told by the checker; here UTC stands for it. */
function formatted(instant: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(instant)
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(instant)
  }
}
