/** Rules and blocks of two models, those that are the same thing paired: what a lead's points are told by. */
import type { Block, Program } from '@merit-lang/runtime'
import type { Changes, Subject } from '../changes/change.ts'

export interface Part {
  readonly kind: 'rule' | 'block'
  readonly name: string
  /** The score and groups around it. */
  readonly within: readonly string[]
  /** The scores that it adds to, on either side. */
  readonly scores: readonly string[]
}

/** On either side the part of each rule and of each block, numbered as an `Engine` numbers them. */
export interface Numbers {
  readonly rules: readonly number[]
  readonly blocks: readonly number[]
}

export interface Parts {
  readonly list: readonly Part[]
  readonly before: Numbers
  readonly after: Numbers
}

export function partsOf(before: Program, after: Program, changes: Changes): Parts {
  const list = new PartList()
  const now = pathsNow(changes)
  const later = list.numbersOf(after, path => path)
  return { before: list.numbersOf(before, now), after: later, list: list.parts }
}

type Path = readonly string[]

class PartList {
  readonly parts: (Part & { readonly scores: string[] })[] = []
  private readonly places = new Map<string, number>()

  numbersOf({ scores }: Program, now: (path: Path) => Path): Numbers {
    const numbers = { rules: [] as number[], blocks: [] as number[] }
    const visit = (block: Block, path: Path): void => {
      for (const item of block.items) {
        if (item.kind === 'block') visit(item, [...path, item.name])
        else numbers.rules.push(this.place('rule', now([...path, item.id]), path[0] as string))
      }
      // An engine numbers blocks when it is through with them, so that inner ones come first.
      numbers.blocks.push(this.place('block', now(path), path[0] as string))
    }
    for (const score of scores) if (score.kind === 'rules') visit(score.block, [score.name])
    return numbers
  }

  private place(kind: Part['kind'], path: Path, score: string): number {
    const key = JSON.stringify([kind, ...path])
    const place = this.places.get(key) ?? this.parts.length
    this.places.set(key, place)
    this.parts[place] ??= { kind, name: path.at(-1) as string, within: path.slice(0, -1), scores: [] }
    const { scores } = this.parts[place] as Part & { readonly scores: string[] }
    if (!scores.includes(score)) scores.push(score)
    return place
  }
}

const named: ReadonlySet<Subject> = new Set(['score', 'group', 'rule'])

/** From where something stood to where it stands, by what is said to have been renamed or moved. */
function pathsNow({ entries }: Changes): (path: Path) => Path {
  const known = new Map<string, Path>()
  for (const { kind, subject, name, formerly = name, within, formerlyWithin = within } of entries)
    if (kind === 'changed' && named.has(subject))
      known.set(JSON.stringify([...formerlyWithin, formerly]), [...within, name])
  const now = (path: Path): Path => {
    if (path.length === 0) return path
    const here = [...now(path.slice(0, -1)), path.at(-1) as string]
    return known.get(JSON.stringify(path)) ?? known.get(JSON.stringify(here)) ?? here
  }
  return now
}
