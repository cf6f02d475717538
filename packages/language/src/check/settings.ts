/** `model` and `timezone`, which count in the entry file only. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { type Checking, say, suggest } from './checking.ts'

export function checkSettings(cx: Checking): void {
  const statements = cx.files[0]?.ast.statements ?? []
  const title = once(cx, statements, 'model')
  const zone = once(cx, statements, 'timezone')
  if (title?.name.kind === 'text') cx.names.title = title.name.value
  if (zone?.name.kind === 'text') checkZone(cx, zone.name)
}

type Setting = Extract<Ast.Statement, { kind: 'model' | 'timezone' }>

function once<K extends Setting['kind']>(
  cx: Checking,
  statements: readonly Ast.Statement[],
  kind: K,
): Extract<Setting, { kind: K }> | undefined {
  const [first, ...others] = statements.filter(statement => statement.kind === kind) as Extract<Setting, { kind: K }>[]
  for (const { span } of others) {
    say(
      cx,
      problem.settingTwice,
      span,
      { setting: kind },
      first && [{ span: first.span, message: 'said here already' }],
    )
  }
  return first
}

/** Asking for a zone's rules takes time at start-up: only where a zone is named. */
function checkZone(cx: Checking, { value, span }: Ast.TextLit): void {
  cx.names.timezone = value
  if (value === 'UTC' || isZone(value)) return
  say(cx, problem.unknownTimezone, span, { name: value, suggestion: nearestZone(cx, value) })
}

function isZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** By the whole name or by its city alone. */
function nearestZone(cx: Checking, name: string): string | undefined {
  const zones = Intl.supportedValuesOf?.('timeZone') ?? []
  const cities = zones.map(zone => [zone.slice(zone.lastIndexOf('/') + 1), zone] as const)
  const named = new Map([...cities, ...zones.map(zone => [zone, zone] as const)])
  const near = suggest(cx, name.replaceAll(' ', '_'), named.keys())
  return near === undefined ? undefined : named.get(near)
}
