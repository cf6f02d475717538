/** Findings of commands, which have no level: they are said wherever there are some, and end the command with 1 where they are errors. */
export const commandFindings = [
  'failed-test',
  'gate-exceeded',
  'low-coverage',
  'low-mutation-score',
  'not-alike',
  'not-formatted',
  'perhaps-not-alike',
  'unnoticed-change',
  'unread-file',
  'untried-changes',
] as const

export type CommandFinding = (typeof commandFindings)[number]

/** The setting that says when they are found. */
const settingOf: { readonly [F in CommandFinding]?: string } = {
  'gate-exceeded': 'gates',
  'low-coverage': 'coverage',
  'low-mutation-score': 'mutation',
}

/** Undefined for all other findings. */
export function whyUnlevelled(name: string): string | undefined {
  const found = commandFindings.find(one => one === name)
  if (found === undefined) return undefined
  const setting = settingOf[found]
  return `\`${name}\` has no level.${setting === undefined ? '' : ` When it is found, \`${setting}\` says.`}`
}
