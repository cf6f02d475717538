import { defineDiagnostic } from '../diagnostic.ts'

export interface DisqualificationShadowsStage {
  readonly stage: string
  /** As written, where one alone takes all; else none. */
  readonly reason?: string | undefined
}

export const disqualificationShadowsStage = defineDiagnostic<DisqualificationShadowsStage>({
  name: 'disqualification-shadows-stage',
  severity: 'warning',
  message: ({ stage, reason }) =>
    `Nobody can be in \`${stage}\`: whoever meets what it asks for is disqualified${reason === undefined ? '' : ` as "${reason}"`}. Change the stage or the disqualification.`,
  why: 'A disqualified lead is in no stage. Here every lead that one of the stage’s lines holds for is disqualified, so that the stage stays empty.',
  bad: 'lead { customer: boolean  employees: integer 0.. }\nqualify Upsell when customer and employees >= 50\ndisqualify "customer" when customer',
  good: 'lead { customer: boolean  employees: integer 0.. }\nqualify Prospect when not customer and employees >= 50\ndisqualify "customer" when customer',
})
