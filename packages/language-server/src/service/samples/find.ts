/** Which files hold the sample leads of a model, and their events. */
import { importedPath } from '@merit-lang/language'
import { dataExtensions } from '@merit-lang/leads'

export interface SampleFiles {
  /** The path of the leads. */
  readonly leads: string
  /** Of their events, where these stand in a file of their own. */
  readonly events: string | undefined
}

/** The paths of the files right in a folder. */
export type List = (folder: string) => Promise<readonly string[]>

/** What is said of where samples lie. */
export interface Wanted {
  /** By the editor: seen from the model's folder, or one above it. */
  readonly named?: string | undefined
  /** By the configuration: whole paths, in whose last part `*` stands for anything. */
  readonly listed?: readonly string[] | undefined
}

/**
 * The file that the editor's setting names, else the first that the configuration lists, else the first that is found beside the model: `model.leads.csv`, `leads.csv`,
 * `samples/model.csv`, `samples/leads.csv`, or whatever data lies in `samples`. Events are found beside the leads:
 * `model.events.csv`, `events.csv`.
 */
export async function findSamples(
  model: string,
  { named: setting, listed = [] }: Wanted,
  list: List,
): Promise<SampleFiles | undefined> {
  const leads = setting
    ? await named(model, setting, list)
    : ((await firstOf(listed, list)) ?? (await beside(model, list)))
  return leads === undefined ? undefined : { leads, events: await eventsOf(leads, list) }
}

/** Paths in the setting are seen from the model's folder, or from one above it. One that leads nowhere is given back, to be said. */
async function named(model: string, setting: string, list: List): Promise<string> {
  const path = setting.replaceAll('\\', '/')
  if (path.startsWith('/') || /^[a-z]:\//i.test(path)) return path.startsWith('/') ? path : `/${path}`
  const tried = foldersAbove(model).map(folder => importedPath(`${folder}/`, path))
  for (const one of tried) if ((await list(folderOf(one))).includes(one)) return one
  return tried[0] as string
}

async function firstOf(patterns: readonly string[], list: List): Promise<string | undefined> {
  for (const pattern of patterns) {
    const name = new RegExp(`^${nameOf(pattern).split('*').map(escaped).join('.*')}$`, 'su')
    const found = dataIn(await list(folderOf(pattern))).find(path => name.test(nameOf(path)))
    if (found !== undefined) return found
  }
  return undefined
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

async function beside(model: string, list: List): Promise<string | undefined> {
  const folder = folderOf(model)
  const base = baseOf(model)
  const near = await list(folder)
  const found = pick(near, [`${base}.leads`, 'leads'])
  if (found !== undefined) return found
  const samples = dataIn(await list(`${folder}/samples`))
  return pick(samples, [base, `${base}.leads`, 'leads']) ?? samples.find(path => !/(^|\.)events$/.test(baseOf(path)))
}

async function eventsOf(leads: string, list: List): Promise<string | undefined> {
  const base = baseOf(leads)
  const name = /(^|\.)leads$/.test(base) ? base.replace(/leads$/, 'events') : `${base}.events`
  return pick(await list(folderOf(leads)), [name, 'events'])
}

/** The first name that there is, in the order of formats. */
function pick(paths: readonly string[], names: readonly string[]): string | undefined {
  const all = dataIn(paths)
  return names.flatMap(name => all.filter(path => baseOf(path) === name))[0]
}

function dataIn(paths: readonly string[]): readonly string[] {
  const rank = (path: string) => dataExtensions.indexOf(extensionIn(path))
  return paths.filter(path => rank(path) >= 0).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

export { dataExtensions }

const extensionIn = (path: string) => path.slice(path.lastIndexOf('.') + 1).toLowerCase()
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
export const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
/** The name without its last extension. */
const baseOf = (path: string) => nameOf(path).replace(/\.[^.]*$/, '')

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('/'))
}
