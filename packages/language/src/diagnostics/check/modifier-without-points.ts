import { defineDiagnostic, takeOut } from '../diagnostic.ts'

export interface ModifierWithoutPoints {
  readonly modifier: string
  readonly action: 'multiply' | 'reset'
}

export const modifierWithoutPoints = defineDiagnostic<ModifierWithoutPoints>({
  name: 'modifier-without-points',
  severity: 'error',
  message: ({ modifier, action }) =>
    `\`${modifier}\` has nothing to work on: ${action === 'multiply' ? '`multiply by` changes the points of its block' : '`reset` gives no points'}.`,
  why: 'Bounds and weights belong to rules that give points, or to a block as a whole.',
  fixes: (_, span) => [takeOut(span)],
  bad: 'score engagement {\n  on visit add 5\n  when customer multiply by 50% cap 20\n}',
  good: 'score engagement cap 20 {\n  on visit add 5\n  when customer multiply by 50%\n}',
})
