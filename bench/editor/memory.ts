/** What a server holds after many edits. Client and server share this process, which is one of its own. */
import { connect } from '../../packages/language-server/src/node/testing.ts'
import { blind } from '../../packages/language-server/src/server/host.ts'
import { seeded } from '../work/random.ts'
import { modelOf } from './model.ts'
import { typing } from './typing.ts'

export interface MemoryInput {
  readonly lines: number
  readonly edits: number
}

export interface MemoryMeasured {
  /** Megabytes after a fifth of the edits, and after all. */
  readonly early: number
  readonly late: number
}

const uri = 'file:///m.merit'

function megabytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}

/** Every tenth edit is checked. */
export async function measureHere({ lines, edits }: MemoryInput): Promise<MemoryMeasured> {
  const text = modelOf(lines)
  const { connection, open } = await connect(blind, { textDocument: { diagnostic: {} } })
  await open(uri, text)
  const keys = typing(text, seeded(2))
  let early = Number.NaN
  for (let version = 2; version < edits + 2; version++) {
    const contentChanges = [keys.next().value]
    await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges })
    if (version % 10 === 0) await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
    if (version === Math.ceil(edits / 5)) early = megabytes()
  }
  return { early, late: megabytes() }
}
