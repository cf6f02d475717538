/** From the places that a program names, lines and columns, back to the text. */
import { type Ast, lineText, positionAt } from '@merit-lang/language'
import type { SourceSpan } from '@merit-lang/runtime'
import { offsetOf } from '../positions.ts'
import type { Span } from '../text.ts'
import type { Project } from '../workspace.ts'

/** What gives points or decides something. */
export type Statement = Ast.RuleDecl | Ast.Group | Ast.ScoreDecl | Ast.GradeDecl | Ast.Qualify | Ast.Disqualify

const wanted = { rule: 1, group: 1, score: 1, grade: 1, qualify: 1, disqualify: 1 } satisfies {
  [K in Statement['kind']]: 1
}

export class Places {
  private readonly statements = new Map<string, Statement>()
  /** By line, the statements that begin there. */
  private readonly lines = new Map<string, Statement[]>()
  private readonly project: Project

  constructor(project: Project) {
    this.project = project
    for (const { ast } of project.checked.understood.files) for (const one of ast.statements) this.add(one)
  }

  at({ path, line, column }: SourceSpan): Statement | undefined {
    return this.statements.get(keyOf(path, line, column))
  }

  /** Of the rule, score or line that begins there; the entry's beginning for what stands nowhere, such as a score without a block. */
  spanAt(place: SourceSpan): Span {
    return this.at(place)?.span ?? { source: this.project.checked.understood.entry, start: 0, end: 0 }
  }

  /** What begins in a line, or the whole line where that is not one thing. An explanation knows lines only. */
  spanOnLine(path: string, line: number): Span {
    const [one, ...others] = this.lines.get(keyOf(path, line, 0)) ?? []
    const { files, entry } = this.project.checked.understood
    const source = files.find(file => file.source.path === path)?.source ?? entry
    return one && others.length === 0 ? one.span : lineSpan(source, line)
  }

  private add(statement: Ast.Statement): void {
    if (!isWanted(statement)) return
    const { source, start } = statement.span
    const { line, column } = positionAt(source, start)
    this.statements.set(keyOf(source.path, line, column), statement)
    const onLine = keyOf(source.path, line, 0)
    this.lines.set(onLine, [...(this.lines.get(onLine) ?? []), statement])
    if (statement.kind === 'score' || statement.kind === 'group')
      for (const item of statement.items ?? []) this.add(item)
  }
}

function lineSpan(source: Span['source'], line: number): Span {
  const text = lineText(source, line)
  const start = offsetOf(source, { line: line - 1, character: text.length - text.trimStart().length })
  return { source, start, end: start + text.trim().length }
}

const isWanted = (node: Ast.Statement): node is Statement => Object.hasOwn(wanted, node.kind)
const keyOf = (path: string, line: number, column: number) => `${line}:${column} ${path}`

const known = new WeakMap<Project, Places>()

/** Found once for a project. */
export function placesOf(project: Project): Places {
  const places = known.get(project) ?? new Places(project)
  known.set(project, places)
  return places
}
