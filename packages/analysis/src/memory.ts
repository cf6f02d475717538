import type { Witness } from './claims.ts'

/** More than the questions about a large model. */
const most = 4000

/**
 * Leads that showed something of earlier texts of a model, by what was asked. Whether one still shows it is for the reference
 * evaluator to say: then nothing needs to be searched for.
 */
export class Memory {
  /** Those that were asked for last come last. */
  private readonly leads = new Map<string, Witness>()

  recall(question: string): Witness | undefined {
    const lead = this.leads.get(question)
    if (lead) this.keep(question, lead)
    return lead
  }

  keep(question: string, lead: Witness): void {
    this.leads.delete(question)
    this.leads.set(question, lead)
    const [oldest] = this.leads.keys()
    if (this.leads.size > most && oldest !== undefined) this.leads.delete(oldest)
  }
}
