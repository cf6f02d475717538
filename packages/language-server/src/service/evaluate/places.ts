/** From the places that a program names, lines and columns, back to the text. */
import { type Statement, statementsByPlace, statementsIn } from '@merit-lang/insight'
import { lineText, positionAt } from '@merit-lang/language'
import type { SourceSpan } from '@merit-lang/runtime'
import { offsetOf } from '../positions.ts'
import type { Span } from '../text.ts'
import type { Project } from '../workspace.ts'

export class Places {
  readonly at: (place: SourceSpan) => Statement | undefined
  /** By line, the statements that begin there. */
  private readonly lines = new Map<string, Statement[]>()
  private readonly project: Project

  constructor(project: Project) {
    this.project = project
    const { understood } = project.checked
    this.at = statementsByPlace(understood)
    for (const one of statementsIn(understood)) this.add(one)
  }

  /** Of the rule, score or line that begins there; the entry's beginning for what stands nowhere, such as a score without a block. */
  spanAt(place: SourceSpan): Span {
    return this.at(place)?.span ?? { source: this.project.checked.understood.entry, start: 0, end: 0 }
  }

  /** What begins in a line, or the whole line where that is not one thing. An explanation knows lines only. */
  spanOnLine(path: string, line: number): Span {
    const [one, ...others] = this.lines.get(keyOf(path, line)) ?? []
    const { files, entry } = this.project.checked.understood
    const source = files.find(file => file.source.path === path)?.source ?? entry
    return one && others.length === 0 ? one.span : lineSpan(source, line)
  }

  private add(statement: Statement): void {
    const { source, start } = statement.span
    const onLine = keyOf(source.path, positionAt(source, start).line)
    this.lines.set(onLine, [...(this.lines.get(onLine) ?? []), statement])
  }
}

function lineSpan(source: Span['source'], line: number): Span {
  const text = lineText(source, line)
  const start = offsetOf(source, { line: line - 1, character: text.length - text.trimStart().length })
  return { source, start, end: start + text.trim().length }
}

const keyOf = (path: string, line: number) => `${line} ${path}`

const known = new WeakMap<Project, Places>()

/** Found once for a project. */
export function placesOf(project: Project): Places {
  const places = known.get(project) ?? new Places(project)
  known.set(project, places)
  return places
}
