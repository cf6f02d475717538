/** Functions: what stands as `name(…)`. */
import type { Expr } from '@merit-lang/runtime'
import { absolute, add, constant, floor, max, min, negate } from '../kernel.ts'
import type { FunctionWord } from '../word.ts'

const pairwise = (combine: (left: Expr, right: Expr) => Expr) => (args: readonly Expr[]) =>
  args.reduce((left, right) => combine(left, right))

const ofOne = (lower: (of: Expr) => Expr) => (args: readonly Expr[]) => lower(args[0] as Expr)

export const domain: FunctionWord = {
  name: 'domain',
  form: 'domain(<text>)',
  doc: 'What follows the last @ of an email address, in small letters and without spaces around it. Unknown where there is no @ or nothing after it.',
  parameters: ['text'],
  returns: 'text',
  lower: ofOne(of => ({ op: 'domain', of })),
  example: {
    model: 'when domain(email) in free_email_domains subtract 10',
    lead: { email: 'Ann@GMAIL.com ' },
    total: -10,
  },
}

export const length: FunctionWord = {
  name: 'length',
  form: 'length(<text>)',
  doc: 'How many characters the text has; an emoji counts as the characters it is made of.',
  parameters: ['text'],
  returns: 'number',
  lower: ofOne(of => ({ op: 'length', of })),
  example: { model: 'when length(message) >= 5 add length(message)', lead: { message: 'Hello!' }, total: 6 },
}

export const smallest: FunctionWord = {
  name: 'min',
  form: 'min(<number>, <number>)',
  doc: 'The smallest of the numbers. Unknown where one of them is unknown.',
  parameters: ['number', 'number'],
  variadic: true,
  returns: 'number',
  lower: pairwise(min),
  example: { model: 'when employees > 0 add min(employees / 100, 20)', lead: { employees: 5000 }, total: 20 },
}

export const largest: FunctionWord = {
  name: 'max',
  form: 'max(<number>, <number>)',
  doc: 'The largest of the numbers. Unknown where one of them is unknown.',
  parameters: ['number', 'number'],
  variadic: true,
  returns: 'number',
  lower: pairwise(max),
  example: { model: 'when visits > 0 add max(visits, 3, 2)', lead: { visits: 1 }, total: 3 },
}

export const absoluteValue: FunctionWord = {
  name: 'abs',
  form: 'abs(<number>)',
  doc: 'The number without its sign: 3 for -3.',
  parameters: ['number'],
  returns: 'number',
  lower: ofOne(absolute),
  example: { model: 'when abs(growth) >= 3 add abs(growth)', lead: { growth: -3 }, total: 3 },
}

export const round: FunctionWord = {
  name: 'round',
  form: 'round(<number>)',
  doc: 'The nearest whole number; a half goes up (2.5 to 3, -2.5 to -2).',
  parameters: ['number'],
  returns: 'number',
  lower: ofOne(of => floor(add(of, constant(0.5)))),
  example: { model: 'when rating > 0 add round(rating)', lead: { rating: 2.5 }, total: 3 },
}

export const roundDown: FunctionWord = {
  name: 'floor',
  form: 'floor(<number>)',
  doc: 'The whole number at or below: 2 for 2.9, -3 for -2.1.',
  parameters: ['number'],
  returns: 'number',
  lower: ofOne(floor),
  example: { model: 'when rating > 0 add floor(rating)', lead: { rating: 2.9 }, total: 2 },
}

export const roundUp: FunctionWord = {
  name: 'ceil',
  form: 'ceil(<number>)',
  doc: 'The whole number at or above: 3 for 2.1, -2 for -2.9.',
  parameters: ['number'],
  returns: 'number',
  lower: ofOne(of => negate(floor(negate(of)))),
  example: { model: 'when rating > 0 add ceil(rating)', lead: { rating: 2.1 }, total: 3 },
}
