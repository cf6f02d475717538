import { describe, expect, it } from 'vitest'
import { findSamples } from './find.ts'

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
const found = (files: readonly string[], named?: string, listed?: readonly string[]) =>
  findSamples('/a/b/model.merit', { named, listed }, async folder => files.filter(path => folderOf(path) === folder))

describe('sample leads', () => {
  it.each<[files: string[], leads: string | undefined, events?: string]>([
    [['/a/b/leads.json'], '/a/b/leads.json'],
    [['/a/b/leads.csv', '/a/b/leads.ndjson'], '/a/b/leads.csv'],
    [['/a/b/leads.csv', '/a/b/model.leads.json'], '/a/b/model.leads.json'],
    [['/a/b/leads.csv', '/a/b/events.ndjson'], '/a/b/leads.csv', '/a/b/events.ndjson'],
    [
      ['/a/b/model.leads.csv', '/a/b/model.events.csv', '/a/b/events.csv'],
      '/a/b/model.leads.csv',
      '/a/b/model.events.csv',
    ],
    [['/a/b/samples/x.csv', '/a/b/samples/model.json'], '/a/b/samples/model.json'],
    [['/a/b/samples/events.csv', '/a/b/samples/x.csv'], '/a/b/samples/x.csv', '/a/b/samples/events.csv'],
    [['/a/b/samples/x.csv', '/a/b/leads.json'], '/a/b/leads.json'],
    [['/a/b/expected.json', '/a/b/leads.md', '/a/leads.json'], undefined],
  ])('among %j are %s', async (files, leads, events) => {
    expect(await found(files)).toEqual(leads === undefined ? undefined : { leads, events })
  })

  it.each([
    ['data/x.csv', '/a/b/data/x.csv'],
    ['../x.csv', '/a/x.csv'],
    ['/elsewhere/x.csv', '/elsewhere/x.csv'],
    ['c:\\data\\x.csv', '/c:/data/x.csv'],
    ['data/top.csv', '/data/top.csv'],
    ['data/none.csv', '/a/b/data/none.csv'],
  ])('where the setting says %s: %s', async (setting, leads) => {
    const files = ['/a/b/data/x.csv', '/a/x.csv', '/data/top.csv', '/a/b/leads.json']
    expect(await found(files, setting)).toEqual({ leads, events: undefined })
  })

  it.each([
    [['/a/data/x.csv'], '/a/data/x.csv'],
    [['/a/data/*.csv'], '/a/data/x.csv'],
    [['/a/data/*.json', '/a/data/y*'], '/a/data/y.ndjson'],
    [['/a/data/*'], '/a/data/x.csv'],
    [['/a/data/x+csv', '/a/none/*'], '/a/b/leads.json'],
    [[], '/a/b/leads.json'],
  ])('where the configuration lists %j: %s', async (listed, leads) => {
    const files = ['/a/data/y.ndjson', '/a/data/x.csv', '/a/data/x.md', '/a/b/leads.json']
    expect(await found(files, undefined, listed)).toEqual({ leads, events: undefined })
    expect(await found(files, '/a/data/y.ndjson', listed)).toEqual({ leads: '/a/data/y.ndjson', events: undefined })
  })
})
