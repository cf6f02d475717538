/** `merit.config.json`: what holds for a model is said in its folder, or in the nearest one above it within the repository. */
import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Config, configName, configOf, emptyConfig } from '@merit-lang/insight'
import { placeOf } from '@merit-lang/language'
import { usageError } from './exit.ts'
import { normalise } from './models/paths.ts'
import { readSource } from './models/read.ts'

/** By folder. */
const known = new Map<string, Config>()

/**
 * What is said for a file. Nothing is said where there is no `merit.config.json`.
 * @throws Stop if it cannot be read, or something in it is wrong.
 */
export function configFor(path: string): Config {
  return configIn(dirname(resolve(path)))
}

/** What is said for what a command is about: a folder, a file, or something that is not on the disk, as the version of a revision. */
export function configNear(path: string): Config {
  const found = statSync(path, { throwIfNoEntry: false })
  return found && !found.isDirectory() ? configFor(path) : configIn(resolve(found ? path : '.'))
}

/** Beyond the folder of a repository nothing is looked for. */
function configIn(folder: string): Config {
  const config = known.get(folder) ?? findConfig(folder)
  known.set(folder, config)
  return config
}

function findConfig(folder: string): Config {
  const path = join(folder, configName)
  if (existsSync(path)) return readConfig(normalise(path))
  const above = dirname(folder)
  return existsSync(join(folder, '.git')) || above === folder ? emptyConfig : configIn(above)
}

function readConfig(path: string): Config {
  const { config, problems } = configOf(readSource(path))
  if (problems.length === 0) return config
  throw usageError(problems.map(({ span, message }) => `${placeOf(span)}: ${message}`).join('\n'))
}
