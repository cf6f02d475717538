/** A witness in a few words, to end a sentence with. */
import type { CheckedModel } from '@merit-lang/language'
import type { Program } from '@merit-lang/runtime'
import { readLead } from '@merit-lang/runtime/reference'
import type { Witness } from '../claims.ts'
import { eventLine, namesIn, valueText, type Write } from './test-text.ts'

/** More is not read in a sentence. */
const most = { attributes: 6, events: 4 }

/** `a lead with industry SaaS, employees 10 and 2 download(asset: whitepaper) 0d ago` */
export function inWords(program: Program, { lead, now }: Witness, model?: CheckedModel): string {
  const write: Write = { now, taken: model && namesIn(model) }
  const { attributes, events } = readLead(program, lead)
  const known = program.attributes.flatMap(({ name, type }, index) => {
    const value = attributes[index] ?? null
    return value === null ? [] : [`${name} ${valueText(value, type, write)}`]
  })
  const happened = counted(events.map(event => eventLine(program, event, write).replace(/^event /, '')))
  const parts = [...shortened(known, most.attributes, 'attribute'), ...shortened(happened, most.events, 'event')]
  return parts.length === 0 ? 'a lead of which nothing is known' : `a lead with ${listed(parts)}`
}

/** `3 times download 0d ago` for three that are alike. */
function counted(texts: readonly string[]): readonly string[] {
  const times = new Map<string, number>()
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1)
  return [...times].map(([text, count]) => (count === 1 ? text : `${count} times ${text}`))
}

function shortened(parts: readonly string[], count: number, what: string): readonly string[] {
  const left = parts.length - count
  return left > 1 ? [...parts.slice(0, count), `${left} more ${what}s`] : parts
}

function listed(parts: readonly string[]): string {
  return [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ')
}
