import { describe, expect, it } from 'vitest'
import { type CsvRecord, csvRecords, detectDelimiter } from './csv.ts'

/** What each record says, read in chunks of the given size: `line: cells` or `line! problem`. */
async function read(text: string, chunk = text.length || 1): Promise<string[]> {
  async function* chunks() {
    for (let at = 0; at < text.length; at += chunk) yield text.slice(at, at + chunk)
  }
  const records: string[] = []
  for await (const record of csvRecords(chunks())) records.push(say(record))
  return records
}

function say({ line, cells, problem }: CsvRecord): string {
  return cells ? `${line}: ${cells.join('|')}` : `${line}! ${problem}`
}

describe('records of CSV text', () => {
  it.each([
    ['plain rows', 'a,b\n1,2\n', ['1: a|b', '2: 1|2']],
    ['no final line break', 'a,b\n1,2', ['1: a|b', '2: 1|2']],
    ['CRLF', 'a,b\r\n1,2\r\n', ['1: a|b', '2: 1|2']],
    ['quoted cells', 'a,b\n"x, y","say ""hi"""\n', ['1: a|b', '2: x, y|say "hi"']],
    ['a line break inside quotes', 'a,b\n"x\ny",2\n3,4\n', ['1: a|b', '2: x\ny|2', '4: 3|4']],
    ['empty cells', 'a,b,c\n,,\n"",1,\n', ['1: a|b|c', '2: ||', '3: |1|']],
    ['blank lines are left out and counted', 'a,b\n\n \n1,2\n', ['1: a|b', '4: 1|2']],
    ['semicolons', '"a";"b"\n1,5;2\n', ['1: a|b', '2: 1,5|2']],
    ['tabs', 'a\tb\n1\t2\n', ['1: a|b', '2: 1|2']],
    ['a quote inside an unquoted cell is a character', 'a,b\n5" pipe,2\n', ['1: a|b', '2: 5" pipe|2']],
    ['a closing quote at the very end', 'a,b\n1,"2"', ['1: a|b', '2: 1|2']],
    ['no text', '', []],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected)
  })

  it('reads the same in chunks of any size', async () => {
    const text = 'id;"na me"\r\n1;"a ""b""\r\nc"\r\n\r\n2;d\r\n"3";"e"x\r\n4;f'
    const whole = await read(text)
    expect(whole).toHaveLength(5)
    for (let size = 1; size <= 20; size++) expect(await read(text, size)).toEqual(whole)
  })

  it('a quote that is never closed costs its own line only', async () => {
    expect(await read('a,b\n1,"open\n2,x\n3,y\n')).toEqual([
      '1: a|b',
      '2! cell 2 opens a quote that is never closed',
      '3: 2|x',
      '4: 3|y',
    ])
  })

  it('a quote that is not closed within a megabyte is given up without reading on', async () => {
    const records = await read(`a,b\n1,"open\n${'2,x\n'.repeat(400_000)}`, 1 << 16)
    expect(records.slice(0, 3)).toEqual(['1: a|b', '2! cell 2 opens a quote that is never closed', '3: 2|x'])
    expect(records).toHaveLength(400_002)
  })

  it('text after a closing quote costs its line only', async () => {
    expect(await read('a,b\n"x"y,1\n2,3\n')).toEqual([
      '1: a|b',
      '2! cell 1 goes on after its closing quote; write a quote inside a cell as ""',
      '3: 2|3',
    ])
  })
})

describe('the delimiter', () => {
  it.each([
    ['a,b,c\n1;2;3', ','],
    ['"x,y,z";b\n', ';'],
    ['a\tb c,d\te', '\t'],
    ['a|b|c', '|'],
    ['lonely', ','],
  ])('of %j is %j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter)
  })
})
