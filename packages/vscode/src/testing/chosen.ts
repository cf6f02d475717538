/** Which tests of which files a person asked for. */
import type { TestItem, TestItemCollection, TestRunRequest } from 'vscode'

export interface Chosen {
  readonly uri: string
  readonly items: readonly TestItem[]
}

/** Items at the top are files, those below are tests. */
export function filesOf(all: TestItemCollection, { include, exclude }: TestRunRequest): Chosen[] {
  const left = new Set(exclude)
  const files = new Map<string, Set<TestItem>>()
  for (const item of include ?? itemsOf(all)) {
    const uri = String((item.parent ?? item).uri)
    const chosen = files.get(uri) ?? new Set()
    for (const test of item.parent ? [item] : itemsOf(item.children)) {
      if (!left.has(test) && !(test.parent && left.has(test.parent))) chosen.add(test)
    }
    files.set(uri, chosen)
  }
  return [...files].map(([uri, items]) => ({ uri, items: [...items] }))
}

const itemsOf = (collection: TestItemCollection): TestItem[] => [...collection].map(([, item]) => item)

export const idsOf = ({ items }: Chosen): string[] => items.map(({ id }) => id)
