/** What is said in `merit.config.json`, as features need it. */
import { type Config, type ConfigProblem, configName, configOf } from '@merit-lang/insight'
import { importedPath } from '@merit-lang/language'

export { type Config, configName, emptyConfig } from '@merit-lang/insight'

export interface FoundConfig {
  /** Paths of samples are whole. */
  readonly config: Config
  readonly problems: readonly ConfigProblem[]
}

export function readConfig(path: string, text: string): FoundConfig {
  const { config, problems } = configOf({ path, text })
  return { config: { ...config, samples: config.samples.map(sample => importedPath(path, sample)) }, problems }
}

/** From the folder that the file is in upwards, as far as the place where its files are kept goes. */
export function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  const first = /^[a-z][a-z0-9+.-]+:/.test(parts[1] ?? '') ? 1 : 0
  return parts.slice(first).map((_, i) => parts.slice(0, parts.length - i).join('/'))
}

export const configPath = (folder: string) => `${folder}/${configName}`
