/** Which lead a record is about. */
import type { Fields } from './records.ts'

/** Keys that are looked for, in this order, where the user names none. */
export const leadIdKeys = ['id', 'lead_id', 'leadId', 'userId', 'user_id', 'contact_id', 'contactId', 'email'] as const

/** `household_id`, `Prospect ID`, `customerId`. */
export function looksLikeId(key: string): boolean {
  return /(^|[^a-z])id$/i.test(key) || /[a-z]I[dD]$/.test(key)
}

/** The key that names the leads where the user names none: a usual one, else the first that looks like one. */
export function leadIdKeyOf(keys: readonly string[]): string | undefined {
  return leadIdKeys.find(key => keys.includes(key)) ?? keys.find(looksLikeId)
}

/** The same for rows of an events file, where `id` is the event's own. */
export const eventLeadKeys = [
  'lead_id',
  'leadId',
  'userId',
  'user_id',
  'contact_id',
  'contactId',
  'anonymousId',
  'email',
  'lead',
] as const

/** The first of the keys under which the record has a text that is not empty, or a number. */
export function idOf(fields: Fields, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (typeof value === 'number' || (typeof value === 'string' && value !== '')) return String(value)
  }
  return undefined
}

/** The key of the ids, going by the first lead, if there is one; undefined where leads have none. */
export function idKeyOf(first: Fields | undefined, chosen: string | undefined): string | undefined {
  return chosen ?? (first ? leadIdKeyOf(Object.keys(first)) : leadIdKeys[0])
}

/** The columns of a table that may hold ids. */
export function keepsIds(chosen: string | undefined): (column: string) => boolean {
  if (chosen !== undefined) return column => column === chosen
  return column => looksLikeId(column) || leadIdKeys.some(key => key === column)
}

/** Later records of a JSON file may have another of the usual keys than the first. */
export function keysToTry(chosen: string | undefined, found: string | undefined): readonly string[] {
  if (chosen !== undefined) return [chosen]
  return found === undefined || leadIdKeys.some(key => key === found) ? leadIdKeys : [...leadIdKeys, found]
}
