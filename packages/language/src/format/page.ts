interface PageLine {
  readonly text: string
  readonly comment: string | undefined
}

/** What stands between the text so far and the next: the end of a line is written only when something follows it. */
type Pending = 'nothing' | 'line' | 'blank line' | 'line inside a sentence'

const indentation = (depth: number): string => '  '.repeat(depth)

/** Lines of text as they fill up. */
export class Page {
  readonly #lines: PageLine[] = []
  #text = ''
  #comment: string | undefined
  /** A comment stands on this line: nothing else can. */
  #ended = false
  #pending: Pending = 'nothing'

  /** Where text at this depth would go on, counted from 0. */
  column(depth: number): number {
    return this.#pending === 'nothing' ? this.#text.length : this.#indent(depth).length
  }

  text(text: string, depth: number): void {
    if (text.trim() === '' && this.#pending !== 'nothing') return
    this.#open(depth)
    this.#text += text
  }

  line(blank: boolean): void {
    this.#pending = blank || this.#pending === 'blank line' ? 'blank line' : 'line'
  }

  comment(text: string, ownLine: boolean, depth: number): void {
    if (ownLine || this.#ended || this.#text === '') this.#ownLine(text, depth)
    else this.#comment = text
    this.#ended = true
    if (this.#pending === 'nothing') this.#pending = 'line inside a sentence'
  }

  finish(): string {
    this.#close()
    return aligned(this.#lines).join('\n').replace(/^\n+/, '').replace(/\n*$/, '\n').replace(/^\n$/, '')
  }

  #ownLine(text: string, depth: number): void {
    if (this.#pending === 'nothing' && this.#text !== '') this.#pending = 'line inside a sentence'
    this.#open(depth)
    this.#text += text
  }

  /** What goes on after a comment in the middle of a sentence is indented, so that it does not look like a new one. */
  #indent(depth: number): string {
    return indentation(this.#pending === 'line inside a sentence' ? depth + 1 : depth)
  }

  #open(depth: number): void {
    if (this.#pending === 'nothing') return
    const indent = this.#indent(depth)
    this.#close()
    if (this.#pending === 'blank line') this.#lines.push({ text: '', comment: undefined })
    this.#text = indent
    this.#pending = 'nothing'
  }

  #close(): void {
    this.#lines.push({ text: this.#text.trimEnd(), comment: this.#comment })
    this.#text = ''
    this.#comment = undefined
    this.#ended = false
  }
}

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
