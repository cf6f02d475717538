/** What a part of the benchmark has to say, and how it is written down. */

export interface Section {
  readonly title: string
  /** Markdown. */
  readonly body: string
  readonly targets: readonly Target[]
}

/** One number that was promised. `value` is NaN where it could not be measured: then the target is missed. */
export interface Target {
  readonly what: string
  readonly value: number
  readonly bound: { readonly atMost: number } | { readonly atLeast: number }
}

export interface PartOptions {
  /** A temporary folder. */
  readonly folder: string
  /** Only to see that everything runs. */
  readonly quick: boolean
  readonly say: (progress: string) => void
}

export type Part = (options: PartOptions) => Promise<Section>

export const isMet = ({ value, bound }: Target): boolean =>
  'atMost' in bound ? value <= bound.atMost : value >= bound.atLeast

/** Three figures that matter, and no more than two decimals. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return '–'
  const decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return value.toLocaleString('en-US', { maximumFractionDigits: decimals, minimumFractionDigits: decimals })
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

const bounds = (bound: Target['bound']) => ('atMost' in bound ? `at most ${bound.atMost}` : `at least ${bound.atLeast}`)

export function printSection({ title, body, targets }: Section): string {
  const rows = targets.map(target => [
    target.what,
    figure(target.value),
    bounds(target.bound),
    isMet(target) ? 'met' : '**missed**',
  ])
  const aims = targets.length > 0 ? [table(['target', 'measured', 'promised', ''], rows)] : []
  return [`## ${title}`, ...aims, body].join('\n\n')
}
