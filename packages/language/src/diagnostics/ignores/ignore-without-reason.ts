import { defineDiagnostic } from '../diagnostic.ts'

export interface IgnoreWithoutReason {
  /** As far as it is written. */
  readonly written: string
}

export const ignoreWithoutReason = defineDiagnostic<IgnoreWithoutReason>({
  name: 'ignore-without-reason',
  severity: 'warning',
  message: ({ written }) => `This does not say why. Write \`${written}: \` and the reason.`,
  why: 'Whoever reads the model later wants to know whether what is ignored here is still meant. Without a reason nobody dares to take the comment out.',
  bad: '# merit ignore never-used\nlist rivals = ["rival.com"]\nwhen domain(email) = "rival.example" subtract 50',
  good: '# merit ignore never-used: the rules about rivals come next quarter\nlist rivals = ["rival.com"]\nwhen domain(email) = "rival.example" subtract 50',
})
