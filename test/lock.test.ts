import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface LockedPackage {
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/** `npm ci` refuses a lock file that leaves out a package for another machine's processor, and with it every fresh clone. */
it('package-lock.json holds every package that a package in it asks for, on any machine', () => {
  const lock: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const held = new Set(Object.keys(lock.packages).map(path => path.slice(path.lastIndexOf('node_modules/') + 13)))
  const wanted = Object.values(lock.packages).flatMap(entry =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }),
  )
  expect(wanted.filter(name => !held.has(name))).toEqual([])
})
