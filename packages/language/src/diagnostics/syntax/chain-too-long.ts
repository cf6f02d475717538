import { defineDiagnostic } from '../diagnostic.ts'

export interface ChainTooLong {
  readonly limit: number
}

export const chainTooLong = defineDiagnostic<ChainTooLong>({
  name: 'chain-too-long',
  severity: 'error',
  message: ({ limit }) =>
    `More than ${limit} parts are joined here: use a list with \`in [...]\`, or name parts with \`let\` or \`segment\`.`,
  why: 'A condition or a sum this long can be neither read nor explained in parts.',
  bad: `when ${Array.from({ length: 502 }, (_, i) => `pages = ${i}`).join(' or ')} add 5`,
  good: 'when country in [DE, AT] add 5',
})
