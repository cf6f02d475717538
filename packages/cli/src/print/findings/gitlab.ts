/** A report of GitLab's code quality (https://docs.gitlab.com/ci/testing/code_quality): shown in merge requests. */
import { onOneLine } from './compact.ts'
import type { Findings, Severity } from './finding.ts'
import { fingerprintsOf } from './fingerprints.ts'
import { pathsFromRoot } from './paths.ts'

const severities = { error: 'critical', warning: 'major', hint: 'info' } satisfies { [S in Severity]: string }

export function findingsForGitlab({ findings }: Findings): string {
  const pathOf = pathsFromRoot()
  const fingerprints = fingerprintsOf(findings, pathOf)
  const issues = findings.map(({ name, severity, message, path, start, end }, i) => ({
    description: onOneLine(message),
    check_name: name,
    fingerprint: fingerprints[i],
    severity: severities[severity],
    location: { path: pathOf(path), lines: { begin: start?.line ?? 1, end: end?.line ?? start?.line ?? 1 } },
  }))
  return JSON.stringify(issues, null, 2)
}
