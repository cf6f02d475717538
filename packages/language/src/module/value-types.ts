import type { Attribute, ValueType } from '@merit-lang/runtime'
import { literal } from './text.ts'

type TypeOf<K extends ValueType['kind']> = Extract<ValueType, { kind: K }>

/** What data of the declared type looks like in TypeScript; `unknowns`: spellings that stand for unknown. */
const shapes = {
  text: () => 'string',
  number: (_, unknowns) => union(['number', ...unknowns]),
  boolean: (_, unknowns) => union(['boolean', ...unknowns]),
  date: () => 'string | Date',
  enum: ({ values }, unknowns) => spellings(values, unknowns),
  list: ({ values }, unknowns) => union([`readonly (${spellings(values, unknowns)})[]`, ...unknowns]),
} satisfies { [K in ValueType['kind']]: (type: TypeOf<K>, unknowns: readonly string[]) => string }

/**
 * The TypeScript type of an attribute's or property's value, not counting `null`. Enum values are those of the
 * declaration, in its spelling: the language ignores letter case, but then a slip in it would compile.
 */
export function valueType({ type, unknownIn }: Attribute): string {
  const shape = shapes[type.kind] as (type: ValueType, unknowns: readonly string[]) => string
  return shape(type, unknownIn.length > 0 ? [`Written<${unionOf(unknownIn)}>`] : [])
}

/** Whether a declaration needs `Written`, the type of the values that a model lists as unknown. */
export const writtenType = `/** A value that stands for unknown, in the usual letter cases. */
type Written<T extends string> = T | Capitalize<T> | Uppercase<T>`

function spellings(values: readonly string[] | undefined, unknowns: readonly string[]): string {
  return values ? union([...values.map(literal), ...unknowns]) : 'string'
}

/** The union of these texts. */
export function unionOf(texts: readonly string[]): string {
  return union([...new Set(texts)].map(literal))
}

function union(types: readonly string[]): string {
  return types.length > 0 ? types.join(' | ') : 'never'
}
