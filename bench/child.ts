import { execFileSync, type StdioOptions } from 'node:child_process'

/** What `measureHere(input)` of the TypeScript file at `path` gives in a fresh process, which nothing has warmed or worn. */
export function inChild<Input, Output>(path: string, input: Input): Output {
  const args = ['--expose-gc', '--max-old-space-size=4096', 'bench/child.mjs', path, JSON.stringify(input)]
  const stdio: StdioOptions = ['ignore', 'pipe', 'inherit']
  return JSON.parse(execFileSync(process.execPath, args, { stdio, encoding: 'utf8', maxBuffer: 1 << 28 }))
}
