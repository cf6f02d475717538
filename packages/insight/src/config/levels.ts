import type { Diagnostic } from '@merit-lang/language'
import type { Levels } from './config.ts'

/** The diagnostic as it is said where these levels hold; undefined where it is left unsaid. */
export function atLevel<D extends Pick<Diagnostic, 'name' | 'severity'>>(diagnostic: D, levels: Levels): D | undefined {
  const level = Object.hasOwn(levels, diagnostic.name) ? levels[diagnostic.name] : undefined
  if (level === 'off') return undefined
  return level === undefined ? diagnostic : { ...diagnostic, severity: level }
}
