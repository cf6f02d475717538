/** What may be read where: rules see the lead, composed scores see scores, and so on. */
import type { Frame } from '@merit-lang/language'
import type { Named } from '../known.ts'
import { frameOf } from './situation.ts'

type Kind = Named['kind']

const always: readonly Kind[] = ['attribute', 'let', 'segment', 'list']

/** By the statement; in all others names of scores, grades and stages mean nothing. */
const seen: Readonly<Record<string, ReadonlySet<Kind>>> = {
  score: new Set([...always, 'score']),
  grade: new Set([...always, 'score']),
  disqualify: new Set([...always, 'score', 'grade']),
  qualify: new Set([...always, 'score', 'grade', 'stage']),
  promise: new Set([...always, 'score', 'grade', 'stage']),
  testDeclaration: new Set([...always, 'score', 'grade', 'stage']),
}
const others: ReadonlySet<Kind> = new Set(always)

export function sees(frame: Frame, { kind }: Named): boolean {
  const rules = frameOf(frame, 'body', 'rule', 'group', 'headBound')
  const statement = rules ?? frameOf(frame, ...Object.keys(seen))
  return (statement && !rules ? (seen[statement.rule] ?? others) : others).has(kind)
}
