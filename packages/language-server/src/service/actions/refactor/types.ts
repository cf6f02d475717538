/** Types that follow from use, as a declaration writes them. */
import { type AttributeSymbol, type PropertySymbol, type Understood, writtenName } from '@merit-lang/language'
import { type Entity, keyOf, occurrencesIn } from '../../occurrences.ts'
import type { Project } from '../../workspace.ts'
import { writtenValue } from '../spelling.ts'

type Symbol = AttributeSymbol | PropertySymbol

/** `one of […]` has the values that the model asks for. Without any of them, it is a text. */
export function writtenType(project: Project, { name, type }: Symbol, owner?: Entity): string {
  if (type.kind !== 'enum' && type.kind !== 'list') return plain[type.kind]
  const kind = owner ? 'property' : 'attribute'
  const values = valuesOf(project, { kind, name, ...(owner && { owner }) }).map(writtenValue)
  if (values.length === 0) return type.kind === 'list' ? 'list of text' : 'text'
  return `${type.kind === 'list' ? 'list of' : 'one of'} [${values.join(', ')}]`
}

const plain = {
  text: 'text',
  boolean: 'boolean',
  date: 'date',
  duration: 'number',
  number: 'number',
  broken: 'text',
} as const

/** In the order in which the model first asks for them, each once, whatever its letter case. */
function valuesOf(project: Project, owner: Entity): readonly string[] {
  const { understood } = project.checked
  const values = known.get(understood) ?? collected(project)
  known.set(understood, values)
  return [...(values.get(keyOf(owner)) ?? new Map<string, string>()).values()]
}

/** As they are first written, by their lower case, by the key of what has them. */
type Values = ReadonlyMap<string, ReadonlyMap<string, string>>

const known = new WeakMap<Understood, Values>()

function collected(project: Project): Values {
  const found = new Map<string, Map<string, string>>()
  for (const { entity } of occurrencesIn(project)) {
    if (entity.kind !== 'value' || !entity.owner) continue
    const key = keyOf(entity.owner)
    const values = found.get(key) ?? new Map<string, string>()
    found.set(key, values)
    if (!values.has(entity.name.toLowerCase())) values.set(entity.name.toLowerCase(), entity.name)
  }
  return found
}

export interface Field {
  readonly path: readonly string[]
  readonly type: string
}

/** One line for each, records in braces. */
export function fieldLines(fields: readonly Field[], indent: string): readonly string[] {
  const byName = new Map<string, Field[]>()
  for (const { path, type } of fields) {
    const [first = '', ...rest] = path
    byName.set(first, [...(byName.get(first) ?? []), { path: rest, type }])
  }
  return [...byName].flatMap(([name, inside]) => fieldOf(name, inside, indent))
}

function fieldOf(name: string, inside: readonly Field[], indent: string): readonly string[] {
  const whole = inside.find(({ path }) => path.length === 0)
  if (whole) return [`${indent}${writtenName(name)}: ${whole.type}`]
  return [`${indent}${writtenName(name)} {`, ...fieldLines(inside, `${indent}  `), `${indent}}`]
}
