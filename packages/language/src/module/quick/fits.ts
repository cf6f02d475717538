import type { Attribute, EventType, ValueType } from '@merit-lang/runtime'
import { indented, literal } from '../text.ts'
import { MOST_EVENTS } from './events.ts'
import { choiceText, IS_TEXT, numberText, rawText, type Writing } from './writing.ts'

type TypeOf<K extends ValueType['kind']> = Extract<ValueType, { kind: K }>

/**
 * Code for `fits(lead)`: whether there is surely nothing to report about the data. It is strict: the engine knows better
 * about what it refuses.
 */
export function fitsText(writing: Writing): string {
  const { attributes, events } = writing.program
  const cases = events.map(({ name }, type) => `case ${literal(name)}: if (!fits${type}(event)) return false; break`)
  return `${events.map((type, index) => typeText(type, index, writing)).join('\n')}
function fits(lead) {
  let raw
${indented(attributes.map((one, index) => testText(one, rawText('lead', one), `attributes[${index}]`, writing)).join('\n'))}
  return lead.events === undefined || lead.events === null || fitEvents(lead.events)
}
function fitEvents(list) {
  if (!Array.isArray(list) || list.length > ${MOST_EVENTS}) return false
  for (let i = 0; i < list.length; i++) {
    const event = list[i]
    if (typeof event !== 'object' || event === null) return false
    const { type } = event
    if (Object.getPrototypeOf(event) !== Object.prototype || typeof type !== 'string') return false
    switch (type) {
${indented(indented(indented([...cases, "case 'track': case '': return false"].join('\n'))))}
    }
  }
  return true
}`
}

function typeText({ properties }: EventType, type: number, writing: Writing): string {
  const tests = properties.map((one, index) => {
    const isTaken = ['type', 'at', 'properties'].includes(one.key)
    const beside = isTaken ? 'undefined' : rawText('event', one)
    const raw = `inside === undefined ? ${beside} : ${rawText('inside', one)} ?? ${beside}`
    return testText(one, raw, `events[${type}].properties[${index}]`, writing)
  })
  return `function fits${type}(event) {
  let raw
  const inside = event.properties === undefined ? undefined : merit.plainObject(event.properties)
  if (!merit.isTime(event.at, program.zone)) return false
${indented(tests.join('\n'))}
  return true
}`
}

function testText(attribute: Attribute, raw: string, place: string, writing: Writing): string {
  const sure = (sures[attribute.type.kind] as SureText)(attribute.type, place, writing)
  const isAbsent = attribute.required ? '' : "raw !== undefined && raw !== null && raw !== '' && "
  return `raw = ${raw}\nif (${isAbsent}!(${sure})) return false`
}

type SureText = (type: ValueType, place: string, writing: Writing) => string

/** When what stands in `raw` surely fits. */
const sures = {
  text: () => IS_TEXT,
  boolean: () => 'raw === true || raw === false',
  number: numberText,
  date: () => 'merit.isTime(raw, program.zone)',
  enum: ({ values }, place, writing) => (values ? `${choiceText(place, writing)}.codeOf(raw) >= 0` : IS_TEXT),
  list: ({ values }, _, writing) =>
    `merit.isList(raw, ${values ? writing.constant(`new Set([${values.map(literal).join(', ')}])`) : 'undefined'})`,
} satisfies { [K in ValueType['kind']]: (type: TypeOf<K>, place: string, writing: Writing) => string }
