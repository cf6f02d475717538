import type { Zone } from '../program.ts'

/** The zone of a model that declares none. */
export const utc: Zone = { name: 'UTC', declared: false, since: [Number.MIN_SAFE_INTEGER], offset: [0] }
