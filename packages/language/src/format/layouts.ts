/** How each form is laid out: one function for each kind of node. */
import type { Action, AnyNode, Expr, File, Group, Ident, RuleDecl, ScoreDecl } from '../syntax/ast.ts'
import { type Cells, joinCells } from './columns.ts'
import {
  blankLine,
  clause,
  concat,
  type Doc,
  group,
  hardLine,
  indent,
  line,
  lineWidth,
  nothing,
  space,
} from './document.ts'
import type { Reader } from './reader.ts'
import {
  block,
  chain,
  childrenOf,
  clauses,
  enclosed,
  entriesOf,
  fill,
  isLogic,
  lines,
  type Printing,
  phrase,
  series,
  tallBlock,
  tight,
  withKeywords,
  words,
} from './shapes.ts'

type Kind = AnyNode['kind']
type NodeOf<K extends Kind> = Extract<AnyNode, { readonly kind: K }>
/** Two cells where the second part stands in one column with its neighbours'. */
type Layout<K extends Kind> = (node: NodeOf<K>, printing: Printing) => Doc | Cells

export function printFile(file: File, reader: Reader): Doc {
  const layOut = (node: AnyNode) => (layouts[node.kind] as Layout<Kind>)(node, printing)
  const printing: Printing = {
    reader,
    cells: node => asCells(layOut(node)),
    print: node => asDoc(layOut(node)),
  }
  return printing.print(file)
}

const asCells = (laidOut: Doc | Cells): Cells => ('kind' in laidOut ? [laidOut] : laidOut)
const asDoc = (laidOut: Doc | Cells): Doc => ('kind' in laidOut ? laidOut : joinCells(laidOut))

const leaf = (node: AnyNode, { reader }: Printing): Doc => reader.leaf(node.span)

const layouts = {
  // expressions
  ident: leaf,
  name: (node, printing) => (node.path.length === 1 ? leaf(node, printing) : tight(node, printing)),
  number: leaf,
  percent: leaf,
  duration: leaf,
  date: leaf,
  text: leaf,
  boolean: phrase,
  unary: (node, printing) => (node.operator === 'not' ? phrase(node, printing) : tight(node, printing)),
  binary: chain,
  membership: phrase,
  wordTest: phrase,
  knownTest: phrase,
  ageTest: phrase,
  momentTest: phrase,
  quantified: phrase,
  aggregate: phrase,
  daysSince: phrase,
  call: ({ name, args }, printing) => concat(printing.print(name), enclosed('(', args, ')', printing)),
  list: ({ elements }, printing) => enclosed('[', elements, ']', printing),
  paren: tight,
  hole: leaf,
  range: (node, printing) => (node.form.startsWith('..') ? tight(node, printing) : phrase(node, printing)),
  pattern: (node, printing) => words(called(node.name, node.args, printing), phrase(node, printing, node.windows)),
  within: phrase,
  older: phrase,
  sinceLast: phrase,

  // declarations
  file: statements,
  model: phrase,
  timezone: phrase,
  import: phrase,
  lead: (node, printing) => block(node, node.fields, printing),
  field: (node, printing) => {
    if (node.type) return [beforeColon(node.name, printing), printing.print(node.type)]
    return [words(printing.print(node.name), block(node, node.fields ?? [], printing))]
  },
  type: fill,
  event: (node, printing) => {
    const head = withKeywords(node.name, printing)
    if (node.fields) return [head, block(node, node.fields, printing)]
    return node.derivation ? [head, withKeywords(node.derivation, printing)] : [head]
  },
  union: fill,
  // biome-ignore lint/suspicious/noThenProperty: the kind of a node, never awaited
  then: fill,
  reach: fill,
  nth: fill,
  listDecl: (node, printing) => [withKeywords(node.name, printing), withKeywords(node.list, printing)],
  let: (node, printing) => [withKeywords(node.name, printing), withKeywords(node.value, printing)],
  segment: fill,

  // scores
  score: (node, printing) =>
    node.formula ? formula(node, node.formula, printing) : itemBlock(node, node.items ?? [], printing),
  group: (node, printing) => itemBlock(node, node.items, printing),
  default: phrase,
  rule: (node, printing) => ('trigger' in node ? sentence(node, printing) : phrase(node, printing)),
  always: () => nothing,
  when: phrase,
  on: phrase,
  add: phrase,
  multiply: phrase,
  reset: phrase,
  pointsBy: (node, printing) => words(withKeywords(node.subject, printing), block(node, node.rows, printing)),
  pointsFirst: (node, printing) => block(node, node.rows, printing),
  byRow: (node, printing) => [
    concat(series(node.cases, printing), printing.reader.through(':')),
    printing.print(node.points),
  ],
  firstRow: (node, printing) => [beforeColon(node.condition, printing), printing.print(node.points)],
  value: phrase,
  unknown: phrase,
  else: phrase,
  cooldown: phrase,
  window: phrase,
  decay: phrase,
  first: phrase,
  once: phrase,
  atMost: phrase,
  cap: phrase,
  floor: phrase,
  weight: phrase,
  no: phrase,
  label: (node, printing) => (typeof node.text === 'string' ? leaf(node, printing) : phrase(node, printing)),

  // what scores are for
  grade: (node, printing) => {
    if (node.joined) return fill(node, printing)
    const head = clauses(node.name, node.from ? [node.from] : [], printing)
    const rows = [...(node.rows ?? []), ...(node.otherwise ? [node.otherwise] : [])]
    return concat(...head, space, block(node, rows, printing))
  },
  gradeRow: (node, printing) => [printing.print(node.label), phrase(node, printing, childrenOf(node).slice(1))],
  qualify: fill,
  disqualify: fill,
  promise: fill,

  // tests
  test: (node, printing) => words(withKeywords(node.name, printing), tallBlock(node, node.lines, printing)),
  now: phrase,
  leadData: (node, printing) => block(node, node.fields, printing),
  eventData: (node, printing) => {
    const args = node.args.length > 0 ? node.args : undefined
    const when = childrenOf(node).slice(1 + node.args.length)
    return words(called(node.type, args, printing), phrase(node, printing, when))
  },
  dataField: (node, printing) => {
    if (node.value) return [beforeColon(node.name, printing), printing.print(node.value)]
    return [words(printing.print(node.name), block(node, node.fields ?? [], printing))]
  },
  dataArg: (node, printing) =>
    node.name ? words(beforeColon(node.name, printing), printing.print(node.value)) : printing.print(node.value),
  unknownValue: phrase,
  expect: phrase,
  holds: phrase,
  disqualified: phrase,
} satisfies { [K in Kind]: Layout<K> }

function called(name: Ident, args: readonly AnyNode[] | undefined, printing: Printing): Doc {
  const head = withKeywords(name, printing)
  return args ? concat(head, enclosed('(', args, ')', printing)) : head
}

function beforeColon(node: AnyNode | undefined, { reader, print }: Printing): Doc {
  return concat(node ? print(node) : nothing, reader.through(':'))
}

/** One statement a line; a block that takes several has an empty line before and behind it. */
function statements({ statements }: File, printing: Printing): Doc {
  const entries = entriesOf(statements, printing)
  const tall = entries.map(({ kind, cells }) => blocks.has(kind) && joinCells(cells).width > lineWidth)
  const separators = entries.map((_, i) => (i === 0 ? nothing : tall[i - 1] || tall[i] ? blankLine : hardLine))
  return concat(lines(entries, separators), printing.reader.gap('end').doc)
}

const blocks: ReadonlySet<string> = new Set<Kind>(['lead', 'event', 'score', 'group', 'grade', 'test'])

function itemBlock(node: ScoreDecl | Group, items: readonly AnyNode[], printing: Printing): Doc {
  const [name, ...head] = childrenOf(node).filter(child => !items.includes(child))
  return concat(...(name ? clauses(name, head, printing) : []), space, tallBlock(node, items, printing))
}

/** `score total = a + b floor 0`. */
function formula(node: ScoreDecl, value: Expr, printing: Printing): Doc {
  const children = childrenOf(node)
  const pieces = children.map(child => withKeywords(child, printing))
  const next = children.indexOf(value) + 1
  return group(words(...pieces.slice(0, next)), nextLines(pieces.slice(next)))
}

/** A sentence that is too long ends its line before its modifiers; then before its action, and between conditions. */
function sentence({ trigger, action, modifiers }: RuleDecl, printing: Printing): Doc {
  const head = trigger.kind === 'always' ? nothing : printing.print(trigger)
  const condition = trigger.kind === 'when' ? trigger.condition : trigger.kind === 'on' ? trigger.when : undefined
  const core = withAction(head, isLogic(condition), action, printing.print(action))
  return concat(core, group(nextLines(modifiers.map(printing.print))))
}

/** In a group that does not fit: from the next line on, as many on each as fit. */
function nextLines([first, ...rest]: readonly Doc[]): Doc {
  return first ? indent(line, first, ...rest.map(doc => group(line, doc))) : nothing
}

const isTable = ({ kind }: Action): boolean => kind === 'pointsBy' || kind === 'pointsFirst'

function withAction(head: Doc, logic: boolean, action: Action, doc: Doc): Doc {
  if (head === nothing) return doc
  if (isTable(action)) return concat(head, space, doc)
  return logic ? group(head, indent(line, doc)) : concat(head, clause(doc))
}
