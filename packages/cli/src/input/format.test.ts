import { describe, expect, it } from 'vitest'
import { detectFormat } from './format.ts'

describe('the format of a data file', () => {
  it.each([
    ['leads.csv', 'id\n1', 'csv'],
    ['leads.TSV', 'id\n1', 'csv'],
    ['leads.jsonl', '{}', 'ndjson'],
    ['leads.ndjson.gz', '{}', 'ndjson'],
    ['leads.json', '[]', 'json'],
    ['standard input', '[{"a":1}]', 'json'],
    ['standard input', '{"a":1}\n{"a":2}', 'ndjson'],
    ['standard input', '{\n"a":1}', 'json'],
    ['standard input', 'id,name\n', 'csv'],
  ])('%s with %j is %s', (name, head, format) => {
    expect(detectFormat(name, Buffer.from(head))).toBe(format)
  })

  it.each([
    ['leads.xlsx', 'PK\x03\x04', 'leads.xlsx is a spreadsheet, which Merit does not read.'],
    ['leads.csv', 'PK\x03\x04', 'leads.csv is a spreadsheet or zip archive, which Merit does not read.'],
    ['leads.csv', '', 'leads.csv is empty.'],
    ['leads.csv', '\xff\xfei\0d\0', 'leads.csv is UTF-16 text, which Merit does not read.'],
    ['leads.dat', 'a\0b', 'leads.dat is not text.'],
    ['model.merit', 'add 5', 'model.merit is a model, not data.'],
  ])('%s with %j is refused', (name, head, message) => {
    expect(() => detectFormat(name, Buffer.from(head, 'latin1'))).toThrow(message)
  })
})
