import { momentName } from '../kernel/moment.ts'
import type { EventSet, Expr, Program } from '../program.ts'
import { Features, featureOf, isDecided, isNumeric } from './basis.ts'
import { put } from './field.ts'
import { EventList, fills } from './lists.ts'
import { reads } from './reads.ts'
import { type Bound, type Known, NONE, type Read, type Table, type View } from './view.ts'

/** Where events of a type have a property: `place` is -1 where they have none of the name. */
export interface PropertyPlace {
  readonly place: number
  readonly numeric: boolean
}

/** Makes the closures of a program, each when it is first asked for, and one for each node. */
export class Compiler {
  readonly program: Program
  readonly features: Features
  /** Counts that are known once the events were gone through; complete before the first row. */
  readonly counters = new Map<EventSet, Read>()
  private readonly remembering = new Map<Expr, Read>()
  private readonly direct = new Map<Expr, Read>()
  private readonly lists = new Map<EventSet, EventList>()
  private readonly places = new Map<string, readonly PropertyPlace[]>()
  /** By feature: its expressions, or how they are called where many share one, and their places. */
  private readonly tables: (Map<unknown, number> | undefined)[] = []
  private readonly moments: string[] = []
  private readonly valueReads: Read[] = []
  private readonly sharedLists: EventList[] = []
  private remembers = true
  private fieldCount = 0

  constructor(program: Program) {
    this.program = program
    this.features = new Features(program)
  }

  /** The closure of an expression. What the value of one dictionary decides is worked out once for each value. */
  read(expr: Expr): Read {
    const known = this.remembers ? this.remembering : this.direct
    const read = known.get(expr) ?? this.make(expr)
    known.set(expr, read)
    return read
  }

  /** Closures for whoever remembers their answers: only the folded text and the domain are remembered, which many ask for. */
  directly<T>(make: () => T): T {
    return this.inMode(false, make)
  }

  private make(expr: Expr): Read {
    const table = this.remembers || isCommon(expr) ? this.tableOf(expr) : undefined
    const work = this.inMode(this.remembers && !table, () => this.working(expr))
    return table ? table(work) : work
  }

  private working(expr: Expr): Read {
    return (reads[expr.op] as (expr: Expr, compiler: Compiler) => Read)(expr, this)
  }

  /** A place of its own for what is kept by code. */
  newField(): number {
    return this.fieldCount++
  }

  private inMode<T>(remembers: boolean, make: () => T): T {
    const before = this.remembers
    this.remembers = remembers
    const made = make()
    this.remembers = before
    return made
  }

  /** Where one value of a dictionary decides the expression: what remembers its answers. */
  private tableOf(expr: Expr): ((work: Read) => Read) | undefined {
    const basis = this.features.basisOf(expr)
    if (!isDecided(basis) || isBare(expr)) return undefined
    const feature = featureOf(basis)
    const index = this.tableIndex(feature, isCommon(expr) ? expr.op : expr)
    const name = this.features.propertyOf(feature)
    if (name === undefined) {
      const type = this.program.attributes[feature]?.type
      return type && !isNumeric(type) ? work => ofAttribute(feature, index, work) : undefined
    }
    const places = this.propertiesNamed(name)
    return places.some(({ numeric }) => numeric) ? undefined : work => ofProperty(places, index, work)
  }

  private tableIndex(feature: number, key: unknown): number {
    const tables = this.tables[feature] ?? new Map<unknown, number>()
    const index = tables.get(key) ?? tables.size
    this.tables[feature] = tables.set(key, index)
    return index
  }

  list(set: EventSet): EventList {
    const list = this.lists.get(set) ?? new EventList(this.fillOf(set))
    this.lists.set(set, list)
    return list
  }

  private fillOf(set: EventSet) {
    return (fills[set.op] as (set: EventSet, compiler: Compiler) => (view: View, list: EventList) => void)(set, this)
  }

  /** Smaller ones come first, so that no chain of sets is too long for the stack. */
  sharedList(index: number): (view: View) => EventList {
    const lists = this.sharedLists
    while (lists.length <= index) lists.push(this.list(this.program.sets[lists.length] as EventSet))
    return view => {
      while (view.sets <= index) (lists[view.sets++] as EventList).in(view)
      return lists[index] as EventList
    }
  }

  countRead(set: EventSet): Read {
    let read: Read | undefined
    return (view, event) => {
      read ??= this.counters.get(set) ?? this.countInList(set)
      return read(view, event)
    }
  }

  private countInList(set: EventSet): Read {
    const list = this.list(set)
    return view => list.in(view).count
  }

  /** Smaller ones come first, as with sets. */
  valueRead(index: number): Read {
    const reads = this.valueReads
    while (reads.length <= index)
      reads.push(this.inMode(true, () => this.read(this.program.values[reads.length] as Expr)))
    return view => {
      while (view.values <= index) {
        const next = view.values
        view.known[next] = (reads[next] as Read)(view, NONE)
        view.values = next + 1
      }
      return view.known[index] as Known
    }
  }

  propertiesNamed(name: string): readonly PropertyPlace[] {
    const known = this.places.get(name)
    if (known) return known
    const places = this.program.events.map(({ properties }) => {
      const place = properties.map(property => property.name).lastIndexOf(name)
      const type = properties[place]?.type
      return { place, numeric: type !== undefined && isNumeric(type) }
    })
    this.places.set(name, places)
    return places
  }

  /** What stands for the event at the instant of a date: one for each name. */
  momentOf(date: Expr): number {
    const name = momentName(date, this.program)
    const place = this.moments.indexOf(name)
    return -2 - (place < 0 ? this.moments.push(name) - 1 : place)
  }

  /** By name. */
  compareMoments(a: number, b: number): number {
    const [one, other] = [this.moments[-2 - a] as string, this.moments[-2 - b] as string]
    return one < other ? -1 : Number(one > other)
  }
}

/** What is read as quickly as it is looked up. */
export function isBare({ op }: Expr): boolean {
  return op === 'attribute' || op === 'property' || op === 'const'
}

/** What many expressions begin with. */
export function isCommon(expr: Expr): boolean {
  return (expr.op === 'fold' || expr.op === 'domain') && isBare(expr.of)
}

function ofAttribute(index: number, table: number, work: Read): Read {
  return (view, event) => {
    const { codes, tables } = view.attributes[index] as Bound
    return remembered(tables, table, codes[view.row] as number, work, view, event)
  }
}

function ofProperty(places: readonly PropertyPlace[], table: number, work: Read): Read {
  return (view, event) => {
    if (event < 0) return work(view, event)
    const type = view.type[event] as number
    const { place } = places[type] as PropertyPlace
    if (place < 0) return work(view, event)
    const { codes, tables } = (view.properties[type] as readonly Bound[])[place] as Bound
    return remembered(tables, table, codes[view.place[event] as number] as number, work, view, event)
  }
}

function remembered(
  tables: (Table | undefined)[],
  table: number,
  code: number,
  work: Read,
  view: View,
  event: number,
): Known {
  const answers = tables[table] ?? newTable(tables, table)
  const answer = answers[code]
  if (answer !== undefined) return answer
  const worked = work(view, event)
  put(answers, code, worked)
  return worked
}

function newTable(tables: (Table | undefined)[], table: number): Table {
  const answers: Table = []
  put(tables, table, answers)
  return answers
}
