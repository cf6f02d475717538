import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Content, Host } from '../server/host.ts'

/** Where models of others lie, or none. */
const passedOver = new Set(['node_modules', '.git'])

/** Files of this machine, and only those: other addresses lead nowhere. */
export const nodeHost = (page: Host['page'] = () => undefined): Host => ({
  find: async folders => (await Promise.all(folders.filter(isFile).map(uri => modelsBelow(fileURLToPath(uri))))).flat(),
  list: async folder => (isFile(folder) ? filesIn(fileURLToPath(folder)) : []),
  read: async (uri, limit) =>
    isFile(uri) ? await contentOf(fileURLToPath(uri), limit).catch(() => undefined) : undefined,
  page,
})

export const isFile = (uri: string) => uri.startsWith('file:')

/** Folders that cannot be read have nothing in them. */
const entriesOf = (folder: string) => readdir(folder, { withFileTypes: true }).catch(() => [])

/** Links to folders are not followed, so that no circle is walked. */
async function modelsBelow(folder: string): Promise<string[]> {
  const found = (await entriesOf(folder)).map(async entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : modelsBelow(path)
    return entry.name.endsWith('.merit') ? [pathToFileURL(path).href] : []
  })
  return (await Promise.all(found)).flat()
}

async function filesIn(folder: string): Promise<string[]> {
  const files = (await entriesOf(folder)).filter(entry => !entry.isDirectory())
  return files.map(({ name }) => pathToFileURL(join(folder, name)).href)
}

async function contentOf(path: string, limit: number): Promise<Content> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(Math.min(size, limit))
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    return { text: new TextDecoder().decode(bytes.subarray(0, bytesRead)), cut: size > limit }
  } finally {
    await file.close()
  }
}
