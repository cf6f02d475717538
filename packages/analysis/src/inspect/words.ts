/** Ranges in words. */
import { formatNumber } from '@merit-lang/runtime'
import type { EndAnatomy, Ends } from './anatomy.ts'

type Side = keyof Ends

const endless = { least: '−∞', most: '∞' } satisfies { [S in Side]: string }
const beyond = { least: 'at least', most: 'at most' } satisfies { [S in Side]: string }

/** `−40 to 145`, `0 to at most 145 (140 was found)` */
export function rangeInWords({ least, most }: Ends): string {
  return `${endInWords(least, 'least')} to ${endInWords(most, 'most')}`
}

function endInWords({ points, exact, reached }: EndAnatomy, side: Side): string {
  if (exact) return points === null ? endless[side] : rounded(points)
  const found = reached === undefined ? '' : ` (${rounded(reached)} was found)`
  return points === null ? `an unknown end${found}` : `${beyond[side]} ${rounded(points)}${found}`
}

const rounded = (points: number) => formatNumber(Math.round(points * 100) / 100).replace('-', '−')
