import { formatInstant } from '@merit-lang/runtime'
import type { Engine } from '@merit-lang/runtime/batch'
import { type Bytes, type Piece, pieceOf } from './bytes.ts'
import { type RowId, type RowWriter, reasonsOf } from './row.ts'
import { remembering } from './texts.ts'

/** One result a line. */
export const ndjsonRows = (engine: Engine, now: number): RowWriter => rowsBetween('', '\n', engine, now)

/** One array, a result a line. A comma stands before each. */
export const jsonRows = (engine: Engine, now: number): RowWriter => rowsBetween(',\n  ', '', engine, now)

/** The documented keys in the documented order. */
function rowsBetween(before: string, after: string, engine: Engine, now: number): RowWriter {
  const { program } = engine
  const start = pieceOf(`${before}{"id":`)
  const toScores = `,"at":${JSON.stringify(formatInstant(now))},"scores":{`
  const scores = membersOf(toScores, program.scores)
  const grades = membersOf('},"grades":{', program.grades)
  const stages = membersOf('},"stages":{', program.stages)
  const labels = labelsOf(engine)
  const end = `,"revision":${JSON.stringify(program.revision)}}${after}`
  const usualEnd = pieceOf(`},"disqualified":[],"issues":[]${end}`)
  return (out, row) => {
    const { id, outcome, issues } = row
    out.put(start)
    putId(out, id)
    putMembers(out, scores, index => out.putPoints(outcome.scores[index] as number, String))
    putMembers(out, grades, index => out.put((labels[index] as LabelOf)(outcome.grades[index] as number)))
    putMembers(out, stages, index => out.put(outcome.stages[index] === 1 ? yes : no))
    if (issues.length === 0 && !outcome.disqualified.includes(1)) out.put(usualEnd)
    else
      out.putText(
        `},"disqualified":${JSON.stringify(reasonsOf(program, row))},"issues":${JSON.stringify(issues)}${end}`,
      )
  }
}

const yes = pieceOf('true')
const no = pieceOf('false')
const quote = pieceOf('"')

type LabelOf = (place: number) => Piece

/** As JSON, by grade. */
function labelsOf(engine: Engine): readonly LabelOf[] {
  return engine.program.grades.map((_, grade) =>
    remembering(place => pieceOf(JSON.stringify(engine.labelOf(grade, place)))),
  )
}

/** What stands before each member, in the order in which an object has its keys: those that are whole numbers first. */
interface Members {
  readonly keys: readonly Piece[]
  readonly indices: readonly number[]
  /** In place of the first key where there is none. */
  readonly opening: Piece
}

function membersOf(opening: string, named: readonly { readonly name: string }[]): Members {
  const entries = Object.entries(Object.fromEntries(named.map(({ name }, index) => [name, index])))
  const keys = entries.map(([name], place) => pieceOf(`${place === 0 ? opening : ','}${JSON.stringify(name)}:`))
  return { keys, indices: entries.map(([, index]) => index), opening: pieceOf(opening) }
}

function putMembers(out: Bytes, { keys, indices, opening }: Members, put: (index: number) => void): void {
  if (keys.length === 0) out.put(opening)
  for (let i = 0; i < keys.length; i++) {
    out.put(keys[i] as Piece)
    put(indices[i] as number)
  }
}

function putId(out: Bytes, id: RowId): void {
  if (id.kind === 'text') out.putText(JSON.stringify(id.text))
  else putQuoted(out, id)
}

function putQuoted(out: Bytes, id: Exclude<RowId, { kind: 'text' }>): void {
  out.put(quote)
  if (id.kind === 'bytes') out.putBytes(id.bytes, id.start, id.end)
  else out.putGap(id.index)
  out.put(quote)
}
