import type { Program } from '@merit-lang/runtime'
import type { LeadData, Times } from '../work/leads.ts'
import type { Rule } from '../work/rules.ts'

/** What is to be done: rules, in the spelling of whoever does it, on leads of one form. */
export interface Work {
  readonly rules: readonly Rule[]
  /** The rules, compiled by Merit. */
  readonly program: Program
  readonly times: Times
  /** Whether there are rules on events. */
  readonly withEvents: boolean
  /** For files that a contestant needs. */
  readonly folder: string
}

/** `but for rounding`: it adds doubles, and does not round what rules and events give as Merit does. */
export type Agreement = 'exactly' | 'to a millionth' | 'but for rounding'

export interface Contestant {
  readonly name: string
  readonly kind: 'hand-written' | 'merit' | 'peer'
  /** How its scores are the reference's. */
  readonly agrees: Agreement
  /** Whether wrong values, events and times do not count, and texts are compared without regard to case. */
  readonly checksData: boolean
  /** Ready to score, or a sentence on why it cannot do this work or is not there. */
  build(work: Work): Promise<Scorer | string>
}

/**
 * Takes leads that were just parsed and gives what is then timed: it writes the score of lead i into `out[i]`. What the
 * contestant needs done before, such as laying leads out in columns, is done in here and is not timed.
 */
export type Scorer = (leads: readonly LeadData[]) => (out: Float64Array) => void | Promise<void>
