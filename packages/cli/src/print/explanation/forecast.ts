/** What becomes of the stages and grades if nothing new happens. */
import type { Forecast, Outlook } from '@merit-lang/runtime/forecast'
import { indent, type Layout } from './layout.ts'
import { dayAndTime } from './times.ts'

export function forecastLines({ stages, grades, disqualified }: Forecast, layout: Layout): string[] {
  const outlooks = [
    ...Object.entries(grades).map(([name, outlook]) => [name, sentence(outlook, String, layout)]),
    ...Object.entries(stages).map(([name, outlook]) => [name, sentence(outlook, yesOrNo, layout)]),
    ['disqualified', sentence(disqualified, reasons, layout)],
  ] as const
  const width = Math.max(...outlooks.map(([name = '']) => name.length))
  const lines = outlooks.map(([name = '', said]) => `${name.padEnd(width)}  ${said}`)
  return [layout.paint.bold('if nothing new happens'), ...indent(lines, 4)]
}

function sentence<T>({ is, until, becomes }: Outlook<T>, shown: (value: T) => string, { zone }: Layout): string {
  if (until === null) return `${shown(is)}, and stays so`
  const then = becomes === undefined ? 'then to be asked again' : `then ${shown(becomes)}`
  return `${shown(is)} until ${dayAndTime(until, zone)}, ${then}`
}

const yesOrNo = (holds: boolean) => (holds ? 'yes' : 'no')
const reasons = (holding: readonly string[]) => (holding.length === 0 ? 'no' : holding.join(', '))
