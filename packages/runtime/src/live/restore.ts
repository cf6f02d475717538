import { asObject, isList, own } from '../lead/own.ts'
import type { Program } from '../program.ts'
import { isInstant } from '../time/instant.ts'
import type { LiveState } from './state.ts'

/** The state that was stored, as text or parsed, if it is one of this program. Throws Error with what to do where it is not. */
export function restored(program: Program, stored: unknown): LiveState {
  const state = asObject(typeof stored === 'string' ? parsed(stored) : stored)
  if (!state) throw new Error('This is no state of a lead: it should be what a tracker made, as an object or as JSON.')
  checkVersion(program, state)
  const wrong = Object.entries(fields).find(([key, fits]) => !fits(own(state, key), program))?.[0]
  if (wrong !== undefined)
    throw new Error(`The state of this lead is damaged: ${wrong} is not as a tracker writes it. ${REBUILD}`)
  return roomy(state as unknown as LiveState)
}

/** With room for more events: the next one does not move all that are there. */
function roomy(state: LiveState): LiveState {
  for (const rows of [state.events, state.named]) {
    const row = rows.at(-1)
    if (!row) continue
    rows.push(row)
    rows.pop()
  }
  return state
}

const REBUILD = 'Start a new state and give it the lead with its whole history.'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A state says nothing of a model that counts otherwise. */
export function checkVersion(
  { revision }: Program,
  state: { readonly version?: unknown; readonly revision?: unknown },
): void {
  if (state.version !== 1)
    throw new Error(`This is a state of version ${String(state.version)}, and this Merit knows version 1. ${REBUILD}`)
  if (state.revision !== revision)
    throw new Error(
      `This state is of revision ${String(state.revision)} of the model, which is now ${revision}. ${REBUILD}`,
    )
}

type Check = (value: unknown) => boolean

const isText: Check = value => typeof value === 'string'
const isNumber: Check = value => typeof value === 'number'
const isCount: Check = value => Number.isSafeInteger(value) && (value as number) >= 0
const isTime: Check = value => isNumber(value) && isInstant(value as number)
const isIssue: Check = value => isText(asObject(value)?.message)
const isPlain: Check = value => value === null || ['boolean', 'string', 'number'].includes(typeof value)
const orNull =
  (check: Check): Check =>
  value =>
    value === null || check(value)
const listOf =
  (check: Check): Check =>
  value =>
    isList(value) && value.every(check)
const isValue: Check = value => isPlain(value) || listOf(isText)(value)
const entries =
  (checks: readonly Check[]): Check =>
  value =>
    isList(value) && value.length === checks.length && checks.every((check, i) => check(value[i]))

const fields = {
  version: value => value === 1,
  revision: isText,
  id: orNull(isText),
  attributes: (value, { attributes }) => entries(attributes.map(() => isValue))(value),
  attributeIssues: listOf(entries([isCount, isIssue])),
  eventIssues: listOf(isIssue),
  given: isCount,
  asked: orNull(isTime),
  settled: orNull(isTime),
  totals: listOf(orNull(entries([isCount, isNumber, isNumber]))),
  events: areRows,
  limit: isCount,
  named: areRows,
} satisfies { [K in keyof LiveState]: (value: unknown, program: Program) => boolean }

function areRows(value: unknown, { events }: Program): boolean {
  const rows = events.map(({ properties }, type) =>
    entries([it => it === type, isTime, isCount, orNull(isText), ...properties.map(() => isValue)]),
  )
  return listOf(row => isList(row) && (rows[row[0] as number]?.(row) ?? false))(value)
}
