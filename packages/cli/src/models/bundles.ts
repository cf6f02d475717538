/** Bundles as files: opened, and refused with the file's name. */
import type { SourceText } from '@merit-lang/language'
import { BundleError, KeyError, type OpenedBundle, readBundle, readSignedBundle } from '@merit-lang/runtime'
import { dataError, usageError } from '../exit.ts'
import { readSource } from './read.ts'

/**
 * @param publicKey the file of a key, with whose other half the bundle has to be signed.
 * @throws Stop if the file cannot be read or is refused.
 */
export function openBundle(path: string, publicKey: string | undefined): Promise<OpenedBundle> {
  return openBundleText(readSource(path), publicKey)
}

export async function openBundleText({ path, text }: SourceText, publicKey: string | undefined): Promise<OpenedBundle> {
  const key = publicKey === undefined ? undefined : readSource(publicKey).text
  try {
    return await (key === undefined ? readBundle(text) : readSignedBundle(text, key))
  } catch (error) {
    if (error instanceof KeyError) throw keyError(publicKey, error)
    throw error instanceof BundleError ? dataError(`${path}: ${error.message}`) : error
  }
}

/** Says which file holds no key. */
export function keyError(path: string | undefined, error: KeyError): Error {
  return usageError(`${path}: ${error.message}`)
}
