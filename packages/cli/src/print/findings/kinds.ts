/** What is said of findings of one kind: the catalogue of the language, and what only commands find. */
import { examine } from '@merit-lang/analysis'
import { type CommandFinding, commandFindings } from '@merit-lang/insight'
import { catalogue, explainCode, recordOf } from '@merit-lang/language'
import type { Severity } from './finding.ts'

export interface Kind {
  readonly name: string
  readonly severity: Severity
  /** Why it matters and what to do. */
  readonly why: string
  /** The same with examples, as Markdown. */
  readonly page: string
}

/** Found by commands, not by the language. */
const ofCommands = {
  'failed-test': {
    severity: 'error',
    why: 'The model does not do what one of its tests expects. Either the model is wrong, or what was expected of it.',
  },
  'low-coverage': {
    severity: 'error',
    why: 'The tests show less of what the model decides than they should. `merit test --coverage` lists what none of them shows.',
  },
  'low-mutation-score': {
    severity: 'error',
    why: 'The tests notice fewer small changes of the model than they should. `merit test --mutate` lists those that none of them notices.',
  },
  'unnoticed-change': {
    severity: 'hint',
    why: 'The model could be changed here without any test failing, and leads would be scored otherwise. `merit test --mutate` shows a test that would notice.',
  },
  'untried-changes': {
    severity: 'hint',
    why: 'What is said of the tests goes by a part of the changes that there are. Give `merit test --mutate` a larger `--budget`, or none.',
  },
  'not-formatted': {
    severity: 'error',
    why: 'Models that are laid out alike are read and compared with less effort. `merit fmt` writes them so.',
  },
  'not-alike': {
    severity: 'error',
    why: 'The two models score some leads differently. `merit compare` shows leads that they differ on.',
  },
  'perhaps-not-alike': {
    severity: 'error',
    why: 'It could neither be proved that the two models score all leads alike, nor was a lead found that they differ on.',
  },
  'gate-exceeded': {
    severity: 'error',
    why: 'The change does more to the leads than the gates let through. Either it was not meant to, or the gate is raised for it.',
  },
  'unread-file': {
    severity: 'error',
    why: 'A file that cannot be read is not looked at: what is wrong in it is not known.',
  },
} satisfies { [F in CommandFinding]: Omit<Kind, 'name' | 'page'> }

/** Of all findings. */
export const kindNames: readonly string[] = [...catalogue.map(({ name }) => name), ...commandFindings].sort()

/** @throws Error for a name that no finding has. */
export function kindOf(name: string): Kind {
  const { severity, why } = known(name)
  return { name, severity, why, page: explainCode(name, examine) ?? `# ${name}\n\n${why}` }
}

/** @throws Error for a name that no finding has. */
export const severityOf = (name: string): Severity => known(name).severity

function known(name: string): Omit<Kind, 'name' | 'page'> {
  const found = recordOf(name) ?? ofCommand(name)
  if (!found) throw new Error(`There are no findings of the kind ${name}.`)
  return found
}

function ofCommand(name: string): Omit<Kind, 'name' | 'page'> | undefined {
  const found = commandFindings.find(one => one === name)
  return found && ofCommands[found]
}
