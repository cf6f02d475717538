/** A model that is loaded again while an app runs. */
import { readBundle, readSignedBundle } from './bundle/read.ts'
import type { Model } from './model.ts'
import { startingModel } from './starting.ts'

export interface WatchOptions {
  /** Only bundles that were signed with this key's other half are taken: PEM text. */
  readonly publicKey?: string
  /** Told why a bundle could not be read or was refused; the model before it stays. */
  readonly onRefused?: (reason: Error) => void
}

/** What became of a reload: `late` where a reload that was started after it had ended before. */
export type Reloaded = 'new' | 'same' | 'refused' | 'late'

interface Loaded {
  readonly hash: string
  readonly model: Model
}

export interface WatchedModel {
  /** The last good one. Whoever holds one keeps it: a model never changes. */
  readonly model: Model
  /** Why the last reload took no new model; undefined where it did or there was none. */
  readonly refused: Error | undefined
  /** Reads the source again. Never throws. When, the app decides: by a timer, a watcher of files, a message. */
  reload(): Promise<Reloaded>
}

/**
 * Loads the bundle that `source` gives and can do so again: a new model takes the old one's place at once and as a whole, and
 * only if it is good. Of reloads at the same time the one that was started last counts.
 * @throws BundleError, or what `source` throws, where not even the first bundle is good.
 */
export async function watchModel(
  source: () => unknown | Promise<unknown>,
  options: WatchOptions = {},
): Promise<WatchedModel> {
  async function next(known?: Loaded): Promise<Loaded> {
    const bundle = await source()
    const { hash, program } = await (options.publicKey === undefined
      ? readBundle(bundle)
      : readSignedBundle(bundle, options.publicKey))
    return known?.hash === hash ? known : { hash, model: startingModel(program) }
  }

  let current = await next()
  let refused: Error | undefined
  let started = 0
  let ended = 0

  async function reload(): Promise<Reloaded> {
    const turn = ++started
    const found = await next(current).catch(asError)
    if (turn < ended) return 'late'
    ended = turn
    refused = found instanceof Error ? found : undefined
    if (refused) options.onRefused?.(refused)
    if (found instanceof Error) return 'refused'
    const same = found.hash === current.hash
    current = found
    return same ? 'same' : 'new'
  }

  return {
    get model() {
      return current.model
    },
    get refused() {
      return refused
    },
    reload,
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
