import { defineDiagnostic } from '../diagnostic.ts'

export interface NoOrder {
  readonly written: string
  readonly noun: string
}

export const noOrder = defineDiagnostic<NoOrder>({
  name: 'no-order',
  severity: 'error',
  message: ({ written, noun }) =>
    `\`${written}\` is ${noun}, which has no order, so that \`<\`, \`>\` and ranges say nothing about it. Use \`=\` or \`in […]\`.`,
  why: 'Numbers and dates have an order. Whether one text comes before another depends on language and spelling, so rules do not ask.',
  bad: 'lead { title: text }\nwhen title > "M" add 10',
  good: 'lead { title: text }\nwhen title = "Manager" add 10',
})
