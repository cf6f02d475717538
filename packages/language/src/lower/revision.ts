/** The revision: a digest of what a program means, so that places, comments, labels and texts for show do not change it. */
import type { Program } from '@merit-lang/runtime'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Of rules and blocks: what only people read. No expression, set or attribute has a key of these names. */
const forShow = new Set(['span', 'doc', 'text', 'id', 'labelled', 'parts', 'reads', 'subject', 'steps'])

type Meaningful = Omit<Program, 'revision' | 'promises'>

/** Twelve hexadecimal digits. */
export function revisionOf(program: Meaningful): string {
  const { name: _, zone, ...rest } = program
  const canonical = JSON.stringify({ ...rest, zone: { name: zone.name, declared: zone.declared } }, meaning)
  return bytesToHex(sha256(utf8ToBytes(canonical))).slice(0, 12)
}

/** Keys in order, without those for show; of a rule's steps the last is what counts. */
function meaning(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value)
  const kept = entries.filter(([key]) => !forShow.has(key)).sort(([a], [b]) => (a < b ? -1 : 1))
  const counted = 'steps' in value && Array.isArray(value.steps) ? value.steps.at(-1) : undefined
  return Object.fromEntries(counted ? [...kept, ['counted', counted]] : kept)
}
