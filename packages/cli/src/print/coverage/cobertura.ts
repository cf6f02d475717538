/** Cobertura's XML (coverage-04.dtd): a class for each file, a package for each folder. */
import { posix } from 'node:path'
import { escaped, escapedText } from '../findings/xml.ts'
import { type CoveredLine, type Hits, hitsOf, linesOf } from './lines.ts'
import type { CoverageReport } from './report.ts'

interface File {
  readonly path: string
  readonly lines: readonly CoveredLine[]
}

/**
 * @param pathOf how the tools are to find a file, from `root`
 * @param now when the tests were run, in milliseconds
 */
export function coverageAsCobertura(
  { files }: CoverageReport,
  { pathOf, root, now }: { readonly pathOf: (path: string) => string; readonly root: string; readonly now: number },
): string {
  const all = files.map(({ path, statements }): File => ({ path: pathOf(path), lines: linesOf(statements) }))
  const folders = [...new Set(all.map(({ path }) => posix.dirname(path)))]
  const hits = hitsIn(all)
  const counts = `lines-covered="${hits.linesHit}" lines-valid="${hits.lines}" branches-covered="${hits.branchesHit}" branches-valid="${hits.branches}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">',
    `<coverage ${rates(hits)} ${counts} complexity="0" version="merit" timestamp="${now}">`,
    `  <sources><source>${escapedText(root)}</source></sources>`,
    '  <packages>',
    ...folders.flatMap(folder =>
      folderLines(
        folder,
        all.filter(({ path }) => posix.dirname(path) === folder),
      ),
    ),
    '  </packages>',
    '</coverage>',
  ].join('\n')
}

const hitsIn = (files: readonly File[]) => hitsOf(files.flatMap(({ lines }) => lines))

function folderLines(folder: string, files: readonly File[]): readonly string[] {
  return [
    `    <package name="${escaped(folder)}" ${rates(hitsIn(files))} complexity="0">`,
    '      <classes>',
    ...files.flatMap(fileLines),
    '      </classes>',
    '    </package>',
  ]
}

function fileLines({ path, lines }: File): readonly string[] {
  const name = escaped(posix.basename(path))
  return [
    `        <class name="${name}" filename="${escaped(path)}" ${rates(hitsOf(lines))} complexity="0">`,
    '          <methods/>',
    '          <lines>',
    ...lines.map(lineElement),
    '          </lines>',
    '        </class>',
  ]
}

function lineElement({ line, hits, branches }: CoveredLine): string {
  const start = `            <line number="${line}" hits="${hits}"`
  if (branches.length === 0) return `${start} branch="false"/>`
  const share = shareText(branches.flat())
  const conditions = branches.map((times, i) => `<condition number="${i}" type="jump" coverage="${percent(times)}"/>`)
  return `${start} branch="true" condition-coverage="${share}"><conditions>${conditions.join('')}</conditions></line>`
}

/** `50% (1/2)`, as tools parse it. */
const shareText = (times: readonly number[]) => `${percent(times)} (${taken(times)}/${times.length})`
const percent = (times: readonly number[]) => `${Math.floor((100 * taken(times)) / times.length)}%`
const taken = (times: readonly number[]) => times.filter(one => one > 0).length

const rates = ({ lines, linesHit, branches, branchesHit }: Hits) =>
  `line-rate="${rate(linesHit, lines)}" branch-rate="${rate(branchesHit, branches)}"`

/** 1 where there is nothing to cover. */
const rate = (hit: number, all: number) => (all === 0 ? '1' : String(Math.floor((10_000 * hit) / all) / 10_000))
