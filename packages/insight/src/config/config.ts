/** What a repository says of its models in `merit.config.json`. Plain data; whatever is not said is empty or absent. */
import type { Severity } from '@merit-lang/language'
import type { Limit } from '../gates.ts'

export interface Config {
  /** Where sample leads lie, seen from the folder of the file; `*` stands for any part of a file's name. */
  readonly samples: readonly string[]
  /** By the name of a finding. */
  readonly levels: Levels
  readonly gates: ConfiguredGates
  readonly coverage: { readonly threshold?: number }
  readonly mutation: { readonly threshold?: number }
}

export type Level = Severity | 'off'
export type Levels = Readonly<Record<string, Level>>

/** As the options of `merit diff` are called. */
export interface ConfiguredGates {
  readonly 'max-entering'?: readonly Limit[]
  readonly 'max-leaving'?: readonly Limit[]
  readonly 'max-shift'?: readonly Limit[]
  readonly 'require-equivalent'?: boolean
}

export const emptyConfig: Config = { samples: [], levels: {}, gates: {}, coverage: {}, mutation: {} }

/** The file is found in the folder of a model, or in one above it: the nearest one holds. */
export const configName = 'merit.config.json'
