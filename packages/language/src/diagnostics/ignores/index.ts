/** About comments that ignore what is found. */
import type { AnyDiagnosticRecord } from '../diagnostic.ts'
import { ignoreMisspelt } from './ignore-misspelt.ts'
import { ignoreOfError } from './ignore-of-error.ts'
import { ignoreUnknownName } from './ignore-unknown-name.ts'
import { ignoreUnused } from './ignore-unused.ts'
import { ignoreWithoutReason } from './ignore-without-reason.ts'

export const ignoreDiagnostics: readonly AnyDiagnosticRecord[] = [
  ignoreMisspelt,
  ignoreOfError,
  ignoreUnknownName,
  ignoreUnused,
  ignoreWithoutReason,
]
