import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Host } from '../server/host.ts'

/** Where models of others lie, or none. */
const passedOver = new Set(['node_modules', '.git'])

export const nodeHost: Host = {
  find: async folders => (await Promise.all(folders.filter(isFile).map(uri => modelsBelow(fileURLToPath(uri))))).flat(),
  read: async uri => (isFile(uri) ? await readFile(fileURLToPath(uri), 'utf8').catch(() => undefined) : undefined),
}

const isFile = (uri: string) => uri.startsWith('file:')

/** Folders that cannot be read have none. Links to folders are not followed, so that no circle is walked. */
async function modelsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const found = entries.map(async entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : modelsBelow(path)
    return entry.name.endsWith('.merit') ? [pathToFileURL(path).href] : []
  })
  return (await Promise.all(found)).flat()
}
