import { defineDiagnostic } from '../diagnostic.ts'

export interface DuplicateName {
  readonly name: string
  readonly builtIn: boolean
}

export const duplicateName = defineDiagnostic<DuplicateName>({
  name: 'duplicate-name',
  severity: 'error',
  message: ({ name, builtIn }) =>
    builtIn
      ? `\`${name}\` is a list that the language brings. Choose another name.`
      : `\`${name}\` is declared twice. Choose another name for one of them.`,
  why: 'Attributes, lists, `let`, segments, scores, grades and stages share their names, also between imported files: a name stands for one thing. Events have names of their own.',
  bad: 'let large = 500\nlet large = 1000\nwhen employees > large add 10',
  good: 'let large = 500\nlet huge = 1000\nwhen employees > large add 10\nwhen employees > huge add 20',
})
