/**
 * The greatest value of a sum whose parts each depend on a few variables, found by eliminating one variable after another
 * (Dechter, "Bucket elimination", 1999). Where tables would grow beyond the limit, parts are maximised apart (mini-buckets):
 * then the value is an upper bound.
 */

/** A function of a few variables, each given by its place among the variable's choices. The first variable counts fastest. */
export interface Table {
  readonly scope: readonly number[]
  readonly values: Float64Array
}

export interface Maximum {
  readonly value: number
  /** By variable, the place of its choice. */
  readonly picks: ReadonlyMap<number, number>
  /** How many numbers were added. */
  readonly additions: number
}

type SizeOf = (variable: number) => number

/** `limit`: of entries in a table. Among equally good choices the last is picked: in models that is the unknown value. */
export function maximum(tables: readonly Table[], sizeOf: SizeOf, limit: number): Maximum {
  let open = sameScopesAdded(tables)
  const steps: Step[] = []
  let additions = 0
  for (let next = cheapest(open, sizeOf); next !== undefined; next = cheapest(open, sizeOf)) {
    const variable = next
    const touching = open.filter(({ scope }) => scope.includes(variable))
    const rest = open.filter(({ scope }) => !scope.includes(variable))
    const eliminated = partition(touching, sizeOf, limit).map(group => eliminate(variable, group, sizeOf))
    steps.push(eliminated[0] as Step)
    additions += eliminated.reduce((sum, { best }) => sum + best.length * sizeOf(variable) * touching.length, 0)
    open = sameScopesAdded([...rest, ...eliminated.map(({ table }) => table)])
  }
  const value = open.reduce((sum, { values }) => sum + (values[0] as number), 0)
  return { value, picks: picksOf(steps, sizeOf), additions }
}

/** A table of a function of the places of its variables. */
export function tabulate(
  scope: readonly number[],
  sizeOf: SizeOf,
  value: (places: readonly number[]) => number,
): Table {
  const values = new Float64Array(entries(scope, sizeOf))
  const places = scope.map(() => 0)
  for (let i = 0; i < values.length; i++) {
    values[i] = value(places)
    advance(places, scope, sizeOf)
  }
  return { scope, values }
}

/** How many entries a table over these variables has. */
export function entries(scope: readonly number[], sizeOf: SizeOf): number {
  return scope.reduce((product, variable) => product * sizeOf(variable), 1)
}

function advance(places: number[], scope: readonly number[], sizeOf: SizeOf): void {
  for (let k = 0; k < places.length; k++) {
    places[k] = (places[k] as number) + 1
    if ((places[k] as number) < sizeOf(scope[k] as number)) return
    places[k] = 0
  }
}

/** Sums of thousands of tables are added up in place. */
function sameScopesAdded(tables: readonly Table[]): readonly Table[] {
  const byScope = new Map<string, Table>()
  const sums = new Set<Table>()
  for (const table of tables) {
    const key = table.scope.join()
    const other = byScope.get(key)
    const sum = other && (sums.has(other) ? other : { scope: other.scope, values: other.values.slice() })
    if (sum) addTo(sum.values, table.values)
    if (sum) sums.add(sum)
    byScope.set(key, sum ?? table)
  }
  return [...byScope.values()]
}

function addTo(sum: Float64Array, values: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (values[i] as number)
}

/** The variable whose elimination leaves the smallest table. */
function cheapest(tables: readonly Table[], sizeOf: SizeOf): number | undefined {
  const neighbours = new Map<number, Set<number>>()
  for (const { scope } of tables)
    for (const variable of scope) {
      const known = neighbours.get(variable) ?? new Set()
      for (const other of scope) known.add(other)
      neighbours.set(variable, known)
    }
  let [best, least]: [number | undefined, number] = [undefined, Number.POSITIVE_INFINITY]
  for (const [variable, scope] of neighbours) {
    const cost = entries([...scope], sizeOf)
    if (cost < least || best === undefined) [best, least] = [variable, cost]
  }
  return best
}

/** Groups whose joined tables stay within the limit; a table that alone is beyond it stands alone. */
function partition(tables: readonly Table[], sizeOf: SizeOf, limit: number): readonly (readonly Table[])[] {
  const groups: { scope: Set<number>; tables: Table[] }[] = []
  for (const table of [...tables].sort((a, b) => b.scope.length - a.scope.length)) {
    const fits = groups.find(({ scope }) => entries([...new Set([...scope, ...table.scope])], sizeOf) <= limit)
    if (fits) {
      fits.tables.push(table)
      for (const variable of table.scope) fits.scope.add(variable)
    } else groups.push({ scope: new Set(table.scope), tables: [table] })
  }
  return groups.map(group => group.tables)
}

interface Step {
  readonly variable: number
  /** Without the variable. */
  readonly table: Table
  /** The variable's best place for each entry. */
  readonly best: Int32Array
}

function eliminate(variable: number, tables: readonly Table[], sizeOf: SizeOf): Step {
  const scope = [...new Set(tables.flatMap(table => table.scope))].filter(other => other !== variable)
  const parts = tables.map(({ values, scope: own }) => ({
    values,
    strides: stridesIn(own, [variable, ...scope], sizeOf),
  }))
  const best = new Int32Array(entries(scope, sizeOf))
  let entry = 0
  const table = tabulate(scope, sizeOf, places => {
    let highest = Number.NEGATIVE_INFINITY
    for (let place = sizeOf(variable) - 1; place >= 0; place--) {
      const sum = sumAt(parts, place, places)
      if (sum <= highest) continue
      highest = sum
      best[entry] = place
    }
    entry++
    return highest
  })
  return { variable, table, best }
}

interface Part {
  readonly values: Float64Array
  readonly strides: readonly number[]
}

function sumAt(parts: readonly Part[], first: number, others: readonly number[]): number {
  let sum = 0
  for (const { values, strides } of parts) {
    let index = first * (strides[0] as number)
    for (let k = 0; k < others.length; k++) index += (others[k] as number) * (strides[k + 1] as number)
    sum += values[index] as number
  }
  return sum
}

/** How far one step of each variable of `whole` leads in the table. */
function stridesIn(scope: readonly number[], whole: readonly number[], sizeOf: SizeOf): readonly number[] {
  const strides = new Map<number, number>()
  let stride = 1
  for (const variable of scope) {
    strides.set(variable, stride)
    stride *= sizeOf(variable)
  }
  return whole.map(variable => strides.get(variable) ?? 0)
}

/** The last that was eliminated depends on nothing: from there back. */
function picksOf(steps: readonly Step[], sizeOf: SizeOf): ReadonlyMap<number, number> {
  const picks = new Map<number, number>()
  for (const { variable, table, best } of [...steps].reverse()) {
    let [index, stride] = [0, 1]
    for (const other of table.scope) {
      index += (picks.get(other) ?? 0) * stride
      stride *= sizeOf(other)
    }
    picks.set(variable, best[index] as number)
  }
  return picks
}
