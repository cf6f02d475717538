/** Which of many files are models of their own: neither parts of others, nor tests or declarations alone. */
import { type Ast, importedPath, parse, type SourceText } from '@merit-lang/language'

/** Sorted by path. What another one of them imports is left out, unless that is in a circle. */
export function modelsAmong(files: readonly SourceText[]): readonly string[] {
  const facts = new Map(files.map(file => [file.path, factsOf(file)]))
  const scoring = [...facts].filter(([, { scores }]) => scores).map(([path]) => path)
  const parts = new Set(scoring.flatMap(path => reachedFrom(path, facts).filter(part => !leadsTo(part, path, facts))))
  return scoring.filter(path => !parts.has(path)).sort()
}

/** What a model calls itself; models keep that where their files are renamed. */
export function declaredName(source: SourceText): string | undefined {
  const [first] = parse(source).ast.statements.flatMap(statement =>
    statement.kind === 'model' ? [statement.name] : [],
  )
  return first?.kind === 'text' ? first.value : undefined
}

interface Facts {
  readonly scores: boolean
  readonly imports: readonly string[]
}

function factsOf(source: SourceText): Facts {
  const { statements } = parse(source).ast
  return {
    scores: statements.some(({ kind }) => scoring[kind]),
    imports: statements.flatMap(statement =>
      statement.kind === 'import' && statement.path.kind === 'text'
        ? [importedPath(source.path, statement.path.value)]
        : [],
    ),
  }
}

/** Whether such a statement alone says that leads are to be scored. */
const scoring = {
  model: false,
  timezone: false,
  import: false,
  lead: false,
  event: false,
  listDecl: false,
  let: false,
  segment: false,
  score: true,
  grade: true,
  qualify: true,
  disqualify: true,
  promise: false,
  test: false,
  rule: true,
  group: true,
  default: false,
} satisfies { [K in Ast.Statement['kind']]: boolean }

function reachedFrom(path: string, facts: ReadonlyMap<string, Facts>): readonly string[] {
  const reached = new Set<string>()
  const open = [...(facts.get(path)?.imports ?? [])]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    open.push(...(facts.get(next)?.imports ?? []))
  }
  return [...reached]
}

const leadsTo = (from: string, to: string, facts: ReadonlyMap<string, Facts>) => reachedFrom(from, facts).includes(to)
