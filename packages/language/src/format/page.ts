interface PageLine {
  readonly text: string
  readonly comment: string | undefined
}

/** The end of a line, written only when something follows it. */
interface LineEnd {
  /** How deep the next line is indented. */
  readonly depth: number
  readonly blank: boolean
}

/** Lines of text as they fill up. */
export class Page {
  readonly #lines: PageLine[] = []
  #text = ''
  #comment: string | undefined
  /** A comment stands on this line: nothing else can. */
  #ended = false
  #pending: LineEnd | undefined

  /** Where text would go on, counted from 0. */
  get column(): number {
    return this.#pending ? indentation(this.#pending.depth).length : this.#text.length
  }

  text(text: string): void {
    const next = this.#pending ? text.trimStart() : text
    if (next === '') return
    this.#open()
    this.#text += next
  }

  line(depth: number, blank = false): void {
    this.#pending = { depth, blank: blank || this.#pending?.blank === true }
  }

  /** What goes on after it in the same sentence is indented, so that it does not look like a new one. */
  comment(text: string, ownLine: boolean, depth: number): void {
    if (ownLine || this.#ended || this.#text === '') this.#ownLine(text, depth)
    else this.#comment = text
    this.#ended = true
    this.#pending ??= { depth: depth + 1, blank: false }
  }

  finish(): string {
    this.#close()
    return aligned(this.#lines).join('\n').replace(/^\n+/, '').replace(/\n*$/, '\n').replace(/^\n$/, '')
  }

  #ownLine(text: string, depth: number): void {
    if (this.#text !== '') this.#pending ??= { depth: depth + 1, blank: false }
    const indented = this.#pending?.depth ?? depth
    this.#open()
    this.#text += text
    this.#pending = { depth: indented, blank: false }
  }

  #open(): void {
    if (!this.#pending) return
    this.#close()
    if (this.#pending.blank) this.#lines.push({ text: '', comment: undefined })
    this.#text = indentation(this.#pending.depth)
    this.#pending = undefined
  }

  #close(): void {
    this.#lines.push({ text: this.#text.trimEnd(), comment: this.#comment })
    this.#text = ''
    this.#comment = undefined
    this.#ended = false
  }
}

const indentation = (depth: number): string => '  '.repeat(depth)

/** Comments at the ends of neighbouring lines begin in one column. */
function aligned(lines: readonly PageLine[]): string[] {
  const columns = commentColumns(lines)
  return lines.map(({ text, comment }, i) =>
    comment === undefined ? text : text.padEnd(columns[i] as number) + comment,
  )
}

/** For each line, where its comment begins: two columns behind the longest of its neighbours that have one. */
function commentColumns(lines: readonly PageLine[]): number[] {
  const columns: number[] = []
  while (columns.length < lines.length) {
    const run = runFrom(lines, columns.length)
    const longest = run.reduce((most, { text }) => Math.max(most, text.length), 0)
    for (const _ of run) columns.push(longest + 2)
  }
  return columns
}

/** Lines from here on that are indented alike and end in a comment, or one line. */
function runFrom(lines: readonly PageLine[], start: number): readonly PageLine[] {
  const first = lines[start] as PageLine
  let end = start + 1
  while (first.comment !== undefined && isNeighbour(lines[end], first)) end++
  return lines.slice(start, end)
}

function isNeighbour(line: PageLine | undefined, first: PageLine): boolean {
  return line?.comment !== undefined && indentationOf(line.text) === indentationOf(first.text)
}

function indentationOf(text: string): number {
  return text.search(/\S/)
}
