import type { Contestant } from './contestant.ts'
import { handWrittenContestants } from './hand-written.ts'
import { meritContestants } from './merit.ts'
import { peerContestants } from './peers.ts'

export const everyone: readonly Contestant[] = [...handWrittenContestants, ...meritContestants, ...peerContestants]
