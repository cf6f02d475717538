import { textOf } from '../../syntax/source.ts'
import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface EmptyRange {
  readonly range: string
}

export const emptyRange = defineDiagnostic<EmptyRange>({
  name: 'empty-range',
  severity: 'error',
  message: ({ range }) => `Nothing lies in ${range}: it ends before it begins.`,
  why: 'A range is written from its lower to its upper end.',
  fixes: (_, span) => {
    const [, low, dots, high] = /^(\S+?)(\.\.<?)(\S+)$/.exec(textOf(span)) ?? []
    return low === undefined || low === high ? [] : [replaceWith(span, `${high}${dots}${low}`)]
  },
  bad: 'when employees in 500..50 add 10',
  good: 'when employees in 50..500 add 10',
})
