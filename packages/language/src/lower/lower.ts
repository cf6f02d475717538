/** From a checked model to the program that is its meaning, and to its tests. */
import type { Attribute, EventType, Program, ValueType } from '@merit-lang/runtime'
import { fold } from '@merit-lang/runtime'
import type { AttributeSymbol, CheckedModel, EventSymbol, PropertySymbol, Type } from '../check/model.ts'
import { languageVersion } from '../words/version.ts'
import { type Lowering, placesOf, rootScope, type Scope, Shared } from './context.ts'
import { lowerDerived } from './events.ts'
import { revisionOf } from './revision.ts'
import { lowerDisqualification, lowerGrade, lowerPromise, lowerScore, lowerStage } from './scores.ts'
import type { TestCase } from './test-case.ts'
import { lowerTest } from './testing.ts'
import { placeOf } from './texts.ts'
import { zoneOf } from './zone.ts'

export interface Lowered {
  readonly program: Program
  /** The same, with the shared values and sets that tests add. */
  readonly testProgram: Program
  readonly tests: readonly TestCase[]
}

export function lower(model: CheckedModel): Lowered {
  const scope = rootScope(loweringOf(model))
  lowerDerived(scope)
  const program = programOf(model, scope)
  const tests = model.tests.map(test => lowerTest(test, scope))
  const { values, sets } = scope.program
  return { program, testProgram: { ...program, values: values.entries, sets: sets.entries }, tests }
}

function loweringOf(model: CheckedModel): Lowering {
  return {
    model,
    zone: zoneOf(model.timezone),
    values: new Shared(),
    sets: new Shared(),
    derived: new Map(),
    attributes: placesOf(model.attributes),
    events: placesOf(model.events),
    scores: placesOf(model.scores),
    grades: placesOf(model.grades),
    stages: placesOf(model.stages),
  }
}

function programOf(model: CheckedModel, scope: Scope): Program {
  const { zone, values, sets } = scope.program
  const meaning = {
    language: languageVersion,
    name: model.name,
    zone,
    attributes: model.attributes.map(lowerAttribute),
    events: model.events.map(lowerEvent),
    scores: model.scores.map(score => lowerScore(score, scope)),
    grades: model.grades.map(grade => lowerGrade(grade, scope)),
    stages: model.stages.map(stage => lowerStage(stage, scope)),
    disqualifications: model.disqualifications.map(one => lowerDisqualification(one, scope)),
    promises: model.promises.map(promise => lowerPromise(promise, scope)),
    values: [...values.entries],
    sets: [...sets.entries],
    unsupported: unsupportedIn(model),
  }
  return { ...meaning, revision: revisionOf(meaning) }
}

function lowerAttribute({ name, key, type, required, unknownIn }: AttributeSymbol | PropertySymbol): Attribute {
  return { name, key, type: valueType(type), required, unknownIn: unknownIn.map(fold) }
}

function lowerEvent({ name, properties }: EventSymbol): EventType {
  return { name, properties: properties.map(lowerAttribute) }
}

const valueTypes = {
  text: () => ({ kind: 'text' }),
  boolean: () => ({ kind: 'boolean' }),
  date: () => ({ kind: 'date' }),
  number: ({ integer, range }) => ({ kind: 'number', integer, range }),
  enum: ({ values }) => ({ kind: 'enum', values }),
  list: ({ values }) => ({ kind: 'list', values }),
  /** No attribute has these in a checked model. */
  duration: () => ({ kind: 'number', integer: false }),
  broken: () => ({ kind: 'text' }),
} satisfies { [K in Type['kind']]: (type: Extract<Type, { kind: K }>) => ValueType }

function valueType(type: Type): ValueType {
  const lowerType: (type: never) => ValueType = valueTypes[type.kind]
  return lowerType(type as never)
}

function unsupportedIn({ scores }: CheckedModel): Program['unsupported'] {
  const accounts = scores.flatMap(({ declaration }) => (declaration?.ofAccount ? [declaration] : []))
  return accounts.map(({ span }) => ({ what: '`of account` (scores of accounts)', span: placeOf(span) }))
}
