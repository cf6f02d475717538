import type { Settings } from '../service/workspace.ts'

/** What the editor says under `merit`, setting by setting. Nothing where it does not say, or something of another type. */
const readers = {
  inlayHints: asBoolean,
  lenses: asBoolean,
  samples: asText,
  now: asText,
} satisfies { [S in keyof Settings]-?: (value: unknown) => Settings[S] | undefined }

const usual: Settings = { inlayHints: false, lenses: true, samples: undefined, now: undefined }

export function settingsOf(said: unknown): Settings {
  const values = (typeof said === 'object' && said !== null ? said : {}) as Readonly<Record<string, unknown>>
  const known = Object.entries(readers).map(([name, read]) => [name, read(values[name])] as const)
  return { ...usual, ...Object.fromEntries(known.filter(([, value]) => value !== undefined)) }
}

function asBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

/** Editors fill in empty texts where nothing is set. */
function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
