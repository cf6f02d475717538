/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), which GitHub, GitLab, Azure and editors read. What
 * is found in files outside of the repository has a whole address.
 */
import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import packageJson from '../../../package.json' with { type: 'json' }
import type { Finding, Findings, FoundFix, Place, Severity } from './finding.ts'
import { fingerprintsOf } from './fingerprints.ts'
import { kindOf } from './kinds.ts'
import { pathsFromRoot } from './paths.ts'

const { version } = packageJson

const levels = { error: 'error', warning: 'warning', hint: 'note' } satisfies { [S in Severity]: string }

type PathOf = (path: string) => string

export function findingsAsSarif({ command, findings }: Findings): string {
  const pathOf = pathsFromRoot()
  const names = [...new Set(findings.map(({ name }) => name))].sort()
  const fingerprints = fingerprintsOf(findings, pathOf)
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'merit', version, semanticVersion: version, rules: names.map(rule) } },
        automationDetails: { id: `merit ${command}/` },
        columnKind: 'utf16CodeUnits',
        results: findings.map((one, i) => result(one, names.indexOf(one.name), fingerprints[i] as string, pathOf)),
      },
    ],
  }
  return JSON.stringify(log, null, 2)
}

function rule(name: string) {
  const { severity, why, page } = kindOf(name)
  return {
    id: name,
    shortDescription: { text: inWords(name) },
    fullDescription: { text: why },
    help: { text: why, markdown: page },
    defaultConfiguration: { level: levels[severity] },
  }
}

/** `rule-never-matters` is `Rule never matters`. */
function inWords(name: string): string {
  const words = name.replaceAll('-', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

function result(finding: Finding, ruleIndex: number, fingerprint: string, pathOf: PathOf) {
  const { name, severity, message, related, fixes } = finding
  return {
    ruleId: name,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [location(finding, pathOf)],
    partialFingerprints: { 'meritFinding/v1': fingerprint },
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({ id, ...location(one, pathOf), message: { text: one.message } })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map(fix => fixAsSarif(fix, pathOf)) }),
  }
}

function location(place: Place, pathOf: PathOf) {
  return { physicalLocation: { artifactLocation: artifact(place, pathOf), region: region(place) } }
}

function artifact({ path }: Place, pathOf: PathOf) {
  const from = pathOf(path)
  if (isAbsolute(from)) return { uri: pathToFileURL(from).href }
  return { uri: from.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
}

function region({ start = { line: 1, column: 1 }, end = start }: Place) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}

/** Edits of one file stand together. */
function fixAsSarif({ title, edits }: FoundFix, pathOf: PathOf) {
  const paths = [...new Set(edits.map(({ path }) => path))]
  return {
    description: { text: title },
    artifactChanges: paths.map(path => ({
      artifactLocation: artifact({ path }, pathOf),
      replacements: edits
        .filter(edit => edit.path === path)
        .map(edit => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
    })),
  }
}
