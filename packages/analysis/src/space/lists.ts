/** Lists: which of the items that conditions speak of are in them. */
import { type Expr, fold, type Value, type ValueType } from '@merit-lang/runtime'
import type { Truth } from '@merit-lang/runtime/reference'
import { answersOf, constantsIn } from './answers.ts'
import { alike, type Domain, type Filled, type Question, type Side, something } from './domain.ts'
import { unusedText } from './enums.ts'
import { unknownOf } from './unknown.ts'

type List = readonly string[]

/** All sets of so many items are looked at; where there are more items, of fewer at a time. */
const MOST_ITEMS = 8
const FEW_ITEMS = 6
/** How many lists of a class are kept, and how many are tried for classes of several groups together. */
const EXAMPLES = 4
const TRIED = 64

export function listDomain(question: Question, type: Extract<ValueType, { kind: 'list' }>): Domain {
  const items = itemsOf(question, type)
  const sides = packed(question, items).map(pack => sideOf(pack, question, items))
  return { groups: sides, valuesIn: picks => fitting(sides, picks, question) }
}

interface Items {
  /** As declared, by their folded spelling: those that conditions speak of and that may be there. */
  readonly spoken: ReadonlyMap<string, string>
  /** One of those that nobody speaks of. */
  readonly other: List
}

function itemsOf({ program, atoms, attribute }: Question, { values }: Extract<ValueType, { kind: 'list' }>): Items {
  const mentioned = textsIn(atoms)
  const spellings = values?.map(value => [fold(value), value] as const) ?? mentioned.map(text => [text, text] as const)
  const possible = spellings.filter(([folded]) => folded !== '' && !attribute.unknownIn.includes(folded))
  const unspoken = possible.find(([folded]) => !mentioned.includes(folded))?.[1]
  const other = values ? unspoken : unusedText(new Set([...mentioned, ...attribute.unknownIn]))
  return {
    spoken: new Map(possible.filter(([folded]) => mentioned.includes(folded))),
    other: other === undefined ? [] : [other],
  }

  function textsIn(atoms: readonly Expr[]): readonly string[] {
    return [...constantsIn(atoms, program)].filter(one => typeof one === 'string').map(fold)
  }
}

/** Conditions that are looked at together, and the items that they speak of. */
interface Pack {
  readonly atoms: number[]
  readonly items: Set<string>
}

/** In the order of the conditions, as many together as have few enough items. */
function packed({ program, atoms }: Question, { spoken }: Items): readonly Pack[] {
  const packs: Pack[] = [{ atoms: [], items: new Set() }]
  const most = spoken.size > MOST_ITEMS ? FEW_ITEMS : MOST_ITEMS
  atoms.forEach((atom, index) => {
    const own = [...constantsIn([atom], program)].filter(one => spoken.has(`${one}`)).map(String)
    const open = packs.find(({ items }) => new Set([...items, ...own]).size <= most)
    const pack = open ?? { atoms: [], items: new Set() }
    if (!open) packs.push(pack)
    pack.atoms.push(index)
    for (const item of own) pack.items.add(item)
  })
  return packs.filter(({ atoms }, i) => i === 0 || atoms.length > 0)
}

function sideOf({ atoms, items }: Pack, question: Question, { spoken, other }: Items): Side {
  const named = [...items].map(item => spoken.get(item) as string)
  const rest = [...other, ...[...spoken].flatMap(([folded, item]) => (items.has(folded) ? [] : [item]))].slice(0, 1)
  const known = (named.length <= MOST_ITEMS ? listed : sampled)(named, rest, atoms, question)
  return { atoms, classes: [...known, ...unknownOf(question, atoms)] }
}

/** `rest`: an item that these conditions do not speak of, if there is one. */
function listed(named: List, rest: List, atoms: readonly number[], question: Question): readonly Filled[] {
  const lists = subsetsOf(named).flatMap(list => (list.length > 0 ? [list, [...list, ...rest]] : [rest]))
  const possible = [...new Set(lists)].filter(list => list.length > 0)
  return alike(possible, false, answersTo(atoms, question)).map(({ values, holds }) => classOf(values, holds))
}

/** One condition on many items: it may hold or not. */
function sampled(named: List, rest: List, atoms: readonly number[], question: Question): readonly Filled[] {
  const answers = answersTo(atoms, question)
  const samples = [rest, ...named.map(item => [item]), named].filter(list => list.length > 0)
  return [true, false].map(holds =>
    classOf(
      samples.filter(list => answers(list)[0] === holds),
      [holds],
    ),
  )
}

function classOf(lists: readonly List[], holds: readonly Truth[]): Filled {
  const plainest = [...lists].sort((a, b) => a.length - b.length).slice(0, EXAMPLES)
  return { value: something, text: textOf(plainest), holds, values: plainest }
}

function textOf([first]: readonly List[]): string {
  return first ? `like [${first.join(', ')}]` : 'some list'
}

function answersTo(
  atoms: readonly number[],
  { program, subject, atoms: all }: Question,
): (value: Value) => readonly boolean[] {
  return answersOf(
    program,
    subject,
    atoms.map(atom => all[atom] as Expr),
  )
}

function subsetsOf(items: List): readonly List[] {
  return items.reduce<readonly List[]>((found, item) => found.concat(found.map(list => [...list, item])), [[]])
}

/** One list that is in all of these classes: put together from examples of each. */
function fitting(sides: readonly Side[], picks: readonly number[], question: Question): readonly Value[] {
  const picked = sides.map(({ atoms, classes }, side) => ({ atoms, chosen: classes[picks[side] ?? 0] as Filled }))
  if (picked.every(({ chosen }) => chosen.value === null)) return [null]
  if (picked.some(({ chosen }) => chosen.value === null)) return []
  if (picked.length === 1) return picked[0]?.chosen.values ?? []
  const together = picked.reduce<readonly List[]>(
    (lists, { chosen }) => eachWith(lists, chosen.values as readonly List[]),
    [[]],
  )
  return together.filter(list =>
    picked.every(({ atoms, chosen }) => `${answersTo(atoms, question)(list)}` === `${chosen.holds}`),
  )
}

/** Each with each, none twice. */
function eachWith(lists: readonly List[], others: readonly List[]): readonly List[] {
  const both = lists.flatMap(list => others.map(other => [...new Set([...list, ...other])]))
  return [...new Map(both.map(list => [`${list}`, list])).values()].slice(0, TRIED)
}
