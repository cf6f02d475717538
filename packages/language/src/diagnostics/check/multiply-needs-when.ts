import { defineDiagnostic } from '../diagnostic.ts'

export interface MultiplyNeedsWhen {
  readonly trigger: 'on' | 'always'
}

export const multiplyNeedsWhen = defineDiagnostic<MultiplyNeedsWhen>({
  name: 'multiply-needs-when',
  severity: 'error',
  message: ({ trigger }) =>
    `\`multiply by\` changes the points of a whole block, so it needs a condition on the lead: \`when ${trigger === 'on' ? 'any … ' : '… '}multiply by …\`.`,
  why: 'A factor for each single event would multiply again and again.',
  bad: 'score engagement {\n  on visit add 5\n  on webinar multiply by 150%\n}',
  good: 'score engagement {\n  on visit add 5\n  when any webinar multiply by 150%\n}',
})
