import type { Findings } from './finding.ts'

export function findingsAsJson({ files, findings, summary }: Findings): string {
  return JSON.stringify({ files, findings, summary }, null, 2)
}
