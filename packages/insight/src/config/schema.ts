/** The JSON schema (draft 7) of `merit.config.json`, for editors: it follows from the table of settings. */
import { catalogue, keepsFromRunning } from '@merit-lang/language'
import { limitPattern } from '../gates.ts'
import { settings } from './settings.ts'
import type { Setting, Settings, Shape, ShapeOf } from './shapes.ts'

export type JsonSchema = Readonly<Record<string, unknown>>

export function configSchema(): JsonSchema {
  const { properties, ...rest } = ofSettings(settings)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'merit.config.json',
    description: 'What holds for the models in this folder and below.',
    ...rest,
    properties: { $schema: { type: 'string' }, ...properties },
  }
}

const schemas = {
  text: () => ({ type: 'string', minLength: 1 }),
  switch: () => ({ type: 'boolean' }),
  percentage: () => ({ type: 'number', minimum: 0, maximum: 100 }),
  limit: ({ share }) => ({
    anyOf: [
      { type: 'number', minimum: 0 },
      { type: 'string', pattern: limitPattern(share) },
    ],
  }),
  several: ({ of }) => ({ anyOf: [schemaOf(of), { type: 'array', items: schemaOf(of) }] }),
  settings: shape => ofSettings(shape.settings),
  levels: ({ values }) => ({ type: 'object', properties: ofNames({ enum: values }), additionalProperties: false }),
} satisfies { [K in Shape['kind']]: (shape: ShapeOf<K>) => JsonSchema }

function schemaOf(shape: Shape): JsonSchema {
  return (schemas[shape.kind] as (shape: Shape) => JsonSchema)(shape)
}

function ofSettings(all: Settings) {
  const ofSetting = ({ description, shape }: Setting) => ({ description, ...schemaOf(shape) })
  const properties = Object.fromEntries(Object.entries(all).map(([name, setting]) => [name, ofSetting(setting)]))
  return { type: 'object', properties, additionalProperties: false }
}

function ofNames(level: JsonSchema): JsonSchema {
  const names = catalogue.filter(({ name }) => !keepsFromRunning(name))
  return Object.fromEntries(names.map(({ name, why }) => [name, { description: why, ...level }]))
}
