/** Coverage as a part of a page: for the summary of a job, or a comment. */
import { goalKinds, goalTitles, percentText, type Tally } from '@merit-lang/insight'
import { type CoverageReport, shareText } from './report.ts'

export function coverageAsMarkdown({ files, tally }: CoverageReport): string {
  const rows = files.map(one => row(`\`${one.path.replaceAll('|', '\\|')}\``, one.tally))
  return [
    `| ${['coverage', 'all', ...goalKinds.map(kind => goalTitles[kind])].join(' | ')} |`,
    `| --- | ${['all', ...goalKinds].map(() => '---:').join(' | ')} |`,
    ...rows,
    ...(files.length > 1 ? [row('all files', tally)] : []),
  ].join('\n')
}

const row = (name: string, tally: Tally) =>
  `| ${[name, percentText(tally), ...goalKinds.map(kind => shareText(tally.kinds[kind]))].join(' | ')} |`
