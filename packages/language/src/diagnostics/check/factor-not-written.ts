import { defineDiagnostic } from '../diagnostic.ts'

export interface FactorNotWritten {
  readonly written: string
  readonly what: 'multiply by' | 'weight'
}

export const factorNotWritten = defineDiagnostic<FactorNotWritten>({
  name: 'factor-not-written',
  severity: 'error',
  message: ({ written, what }) =>
    `\`${what}\` takes a plain number or per cent from 0 on, such as \`50%\`, and not \`${written}\`.`,
  why: 'A factor that depended on the lead could not be shown beside the points, and a negative one would turn penalties into rewards.',
  bad: 'score fit {\n  when industry = SaaS add 30\n  when student multiply by -50%\n}',
  good: 'score fit {\n  when industry = SaaS add 30\n  when student multiply by 50%\n}',
})
