import { defineDiagnostic } from '../diagnostic.ts'

export interface Cycle {
  /** From the first name back to it. */
  readonly path: readonly string[]
}

export const cycle = defineDiagnostic<Cycle>({
  name: 'cycle',
  severity: 'error',
  message: ({ path }) =>
    path.length === 2
      ? `\`${path[0]}\` is defined by itself.`
      : `These are defined by each other: ${path.map(name => `\`${name}\``).join(' → ')}.`,
  why: 'A definition may use others, but not itself, neither directly nor through others: there would be nothing to begin with.',
  bad: 'segment large when employees > 500 or important\nsegment important when large and customer\nwhen important add 10',
  good: 'segment large when employees > 500\nsegment important when large and customer\nwhen important add 10',
})
