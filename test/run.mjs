#!/usr/bin/env node
/**
 * `npm test`: everything that must hold, from a fresh clone on. Every step runs even if an earlier one failed, and the last
 * line says `N passed, N failed`: one for each test of Vitest and one for each other step.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = name => join(root, 'node_modules', '.bin', name)
const total = { passed: 0, failed: 0, skipped: 0 }

function run(command, args) {
  const shell = process.platform === 'win32'
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell }).status === 0
}

/** Runs one step and counts it. `work` returns whether it passed, or the counts of a step that is many tests. */
function step(title, work) {
  const begun = Date.now()
  console.log(`\n── ${title}`)
  const outcome = work()
  const counts = typeof outcome === 'boolean' ? { passed: +outcome, failed: +!outcome, skipped: 0 } : outcome
  for (const key of Object.keys(total)) total[key] += counts[key]
  console.log(`   ${counts.failed === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - begun) / 1000).toFixed(1)} s`)
}

/** Vitest's own counts. A run that ends without a report, or with an error outside any test, is a failure of its own. */
function vitest() {
  const folder = mkdtempSync(join(tmpdir(), 'merit-test-'))
  const report = join(folder, 'report.json')
  const ended = run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  const counts = countsOf(report)
  rmSync(folder, { recursive: true, force: true })
  return ended || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

function countsOf(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: 0 }
  const json = JSON.parse(readFileSync(report, 'utf8'))
  const brokenFiles = json.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: json.numPassedTests,
    failed: json.numFailedTests + brokenFiles.length,
    skipped: json.numPendingTests + json.numTodoTests,
  }
}

if (!existsSync(bin('vitest')))
  step('Install what package-lock.json names', () => run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']))
step('Build the runtime', () => run(process.execPath, [join('packages', 'runtime', 'build.mjs')]))
step('Build the command', () => run(process.execPath, [join('packages', 'cli', 'build.mjs')]))
step('Format and lint (Biome)', () => run(bin('biome'), ['ci', '--log-level=warn', '--error-on-warnings', '.']))
step('Types (TypeScript)', () => run(bin('tsc'), ['--noEmit']))
step('Types of the extension', () => run(bin('tsc'), ['--noEmit', '-p', join('packages', 'vscode')]))
step('Tests (Vitest)', vitest)

console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exitCode = total.failed === 0 ? 0 : 1
