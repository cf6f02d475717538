/** `merit keygen -o NAME`: a pair of keys with which bundles are signed and verified. */
import { existsSync, writeFileSync } from 'node:fs'
import { generateKeys } from '@merit-lang/runtime'
import { type ExitCode, exitCodes, systemCode, usageError } from '../exit.ts'
import { print } from '../terminal.ts'

export interface KeygenOptions {
  readonly out: string
}

export async function keygen({ out }: KeygenOptions): Promise<ExitCode> {
  const [privateFile, publicFile] = [`${out}.key`, `${out}.pub`]
  const there = [privateFile, publicFile].filter(file => existsSync(file))
  if (there.length > 0)
    throw usageError(`${there.join(' and ')}: keys are never written over.`, 'Name others with -o, or move these away.')
  const { privateKey, publicKey } = await generateKeys()
  writeNew(privateFile, privateKey, 0o600)
  writeNew(publicFile, publicKey, 0o644)
  print(`wrote ${privateFile}: keep it secret, it signs (merit build --sign ${privateFile})`)
  print(`wrote ${publicFile}: give it to those who load bundles (--verify ${publicFile})`)
  return exitCodes.done
}

function writeNew(path: string, text: string, mode: number): void {
  try {
    writeFileSync(path, text, { mode, flag: 'wx' })
  } catch (error) {
    throw usageError(`${path} cannot be written (${systemCode(error)}).`)
  }
}
