/** Between which points scores and rules are, as far as that is proved. */
import { type Analysis, type Ends, endsOf, type PlacedRule, placedRules, thrifty } from '@merit-lang/analysis'
import { type Ast, ruleId } from '@merit-lang/language'

/** The name of a score; for a rule those of the score and of the groups around it, the outermost first, and its id. */
export type Path = readonly string[]

/** In additions, for all rules of a model. */
const effort = 1e8

export class Ranges {
  private readonly known = new Map<string, Ends>()
  /** Of texts before this one, until there is more to say of this one. */
  private before: ReadonlyMap<string, Ends>
  private rules: ReadonlyMap<string, PlacedRule> = new Map()
  private analysis: Analysis | undefined

  constructor(earlier?: Ranges) {
    this.before = earlier ? new Map([...earlier.before, ...earlier.known]) : new Map()
  }

  /** The scores, in short steps. Rules are looked at when they are asked for. */
  *prove(whole: Analysis): Generator<undefined, void> {
    const { program, inSteps } = whole
    for (const [index, { name }] of program.scores.entries())
      this.known.set(keyOf([name]), endsOf(yield* inSteps.score(index)))
    this.analysis = thrifty(whole, effort)
    this.rules = new Map(placedRules(program).map(one => [keyOf([one.score, ...one.groups, one.rule.id]), one]))
    this.before = new Map()
  }

  /** Nothing where it is not proved yet. */
  of(path: Path): Ends | undefined {
    const key = keyOf(path)
    const found = this.known.get(key) ?? this.found(key)
    if (found) this.known.set(key, found)
    return found
  }

  /** What was proved before the text was edited, as long as nothing is proved of it as it stands. */
  earlier(path: Path): Ends | undefined {
    return this.before.get(keyOf(path))
  }

  private found(key: string): Ends | undefined {
    const placed = this.rules.get(key)
    return placed && this.analysis && endsOf(this.analysis.item(placed.rule, placed.around))
  }
}

const keyOf = (path: Path) => JSON.stringify(path)

/** `around`: the nodes that the rule stands in, outermost first. */
export function pathOf(rule: Ast.RuleDecl, around: readonly Ast.AnyNode[]): Path {
  const groups = around.flatMap(node => (node.kind === 'group' ? node.name.text : []))
  return [scoreAround(around), ...groups, ruleId(rule).id]
}

/** Rules outside any block are those of `total`. */
export function scoreAround(around: readonly Ast.AnyNode[]): string {
  return around.find(node => node.kind === 'score')?.name.text ?? 'total'
}
