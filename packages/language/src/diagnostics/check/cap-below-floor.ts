import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'

export interface CapBelowFloor {
  readonly cap: string
  readonly floor: string
  readonly capSpan: Span
  readonly floorSpan: Span
  readonly equal: boolean
}

export const capBelowFloor = defineDiagnostic<CapBelowFloor>({
  name: 'cap-below-floor',
  severity: 'error',
  message: ({ cap, floor, equal }) =>
    equal
      ? `With \`cap ${cap}\` and \`floor ${floor}\` the result is always the same.`
      : `\`cap ${cap}\` lies below \`floor ${floor}\`. Are they the wrong way round?`,
  why: '`floor` is the least that comes out, `cap` the most.',
  fixes: ({ cap, floor, capSpan, floorSpan, equal }) =>
    equal
      ? []
      : [
          {
            title: `Write \`floor ${cap}\` and \`cap ${floor}\``,
            edits: [
              { span: capSpan, text: floor },
              { span: floorSpan, text: cap },
            ],
          },
        ],
  bad: 'score fit floor 100 cap 0 {\n  when industry = SaaS add 30\n}',
  good: 'score fit floor 0 cap 30 {\n  when industry = SaaS add 30\n}',
})
