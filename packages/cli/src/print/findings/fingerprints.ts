/** By what systems that collect findings tell known ones from new ones. */
import { createHash } from 'node:crypto'
import type { Finding } from './finding.ts'

/**
 * One for each finding, all different. They stay the same when lines move, when the layout changes, and when only the message says
 * something else, such as another number.
 * @param pathOf how paths are told to others
 */
export function fingerprintsOf(findings: readonly Finding[], pathOf: (path: string) => string): readonly string[] {
  const seen = new Map<string, number>()
  return findings.map(({ name, path, subject }) => {
    const about = JSON.stringify([name, pathOf(path), subject.replace(/\s+/g, ' ').trim()])
    const before = seen.get(about) ?? 0
    seen.set(about, before + 1)
    return createHash('sha256').update(`${about}${before}`).digest('hex').slice(0, 32)
  })
}
