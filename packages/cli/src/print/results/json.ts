import { formatInstant, type Program } from '@merit-lang/runtime'
import type { Engine } from '@merit-lang/runtime/batch'
import type { Bytes } from './bytes.ts'
import { reasonsOf } from './csv.ts'
import type { RowId, RowWriter } from './row.ts'
import { remembering, utf8 } from './texts.ts'

/** One result a line. */
export const ndjsonRows = (engine: Engine, now: number): RowWriter => rowsBetween('', '\n', engine, now)

/** One array, a result a line. A comma stands before each. */
export const jsonRows = (engine: Engine, now: number): RowWriter => rowsBetween(',\n  ', '', engine, now)

/** The documented keys in the documented order. */
function rowsBetween(before: string, after: string, engine: Engine, now: number): RowWriter {
  const { program } = engine
  const start = utf8(`${before}{"id":`)
  const at = utf8(`,"at":${JSON.stringify(formatInstant(now))},"scores":{`)
  const scores = membersOf(program.scores)
  const grades = membersOf(program.grades)
  const stages = membersOf(program.stages)
  const labels = program.grades.map((_, grade) =>
    remembering(place => utf8(JSON.stringify(engine.labelOf(grade, place)))),
  )
  const end = utf8(`,"revision":${JSON.stringify(program.revision)}}${after}`)
  return (out, { id, outcome, issues }) => {
    out.put(start)
    putId(out, id)
    out.put(at)
    for (const { key, index } of scores) {
      out.put(key)
      out.putPoints(outcome.scores[index] as number, String)
    }
    out.put(toGrades)
    for (const { key, index } of grades) {
      out.put(key)
      out.put((labels[index] as (typeof labels)[number])(outcome.grades[index] as number))
    }
    out.put(toStages)
    for (const { key, index } of stages) {
      out.put(key)
      out.put(outcome.stages[index] === 1 ? yes : no)
    }
    out.put(toReasons)
    if (outcome.disqualified.includes(1)) out.putText(JSON.stringify(reasonsOf(program, { outcome })))
    else out.put(none)
    out.put(toIssues)
    if (issues.length > 0) out.putText(JSON.stringify(issues))
    else out.put(none)
    out.put(end)
  }
}

const toGrades = utf8('},"grades":{')
const toStages = utf8('},"stages":{')
const toReasons = utf8('},"disqualified":')
const toIssues = utf8(',"issues":')
const none = utf8('[]')
const yes = utf8('true')
const no = utf8('false')
const quote = utf8('"')

/** In the order in which an object has its keys: those that are whole numbers first. */
function membersOf(named: readonly Program['scores'][number][] | readonly { readonly name: string }[]) {
  const indices = Object.fromEntries(named.map(({ name }, index) => [name, index]))
  return Object.entries(indices).map(([name, index], place) => ({
    key: utf8(`${place === 0 ? '' : ','}${JSON.stringify(name)}:`),
    index,
  }))
}

function putId(out: Bytes, id: RowId): void {
  if (id.kind === 'text') out.putText(JSON.stringify(id.text))
  else putQuoted(out, id)
}

function putQuoted(out: Bytes, id: Exclude<RowId, { kind: 'text' }>): void {
  out.put(quote)
  if (id.kind === 'bytes') out.put(id.bytes, id.start, id.end)
  else out.putGap(id.index)
  out.put(quote)
}
