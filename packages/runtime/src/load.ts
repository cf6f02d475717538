import { readBundle, readSignedBundle } from './bundle/read.ts'
import type { Model } from './model.ts'
import { startingModel } from './starting.ts'

/**
 * The model in a bundle, ready to score. A bundle is its text, or what `JSON.parse` or an import made of it. Its hash is
 * verified and everything in it is checked before anything runs; a signature is not asked for. The first lead is scored at
 * once, the second waits until the model was prepared to score many: the larger the model, the longer.
 * @throws BundleError where the bundle is damaged, changed, of a newer version, or no bundle.
 */
export function loadModel(bundle: unknown): Model {
  return startingModel(readBundle(bundle).program)
}

/**
 * The same, only of a bundle that was signed with the other half of `publicKey`: the PEM text of an Ed25519 key.
 * @throws BundleError also where it was not signed, or with another key; KeyError where the key cannot be used.
 */
export async function loadSignedModel(bundle: unknown, { publicKey }: { readonly publicKey: string }): Promise<Model> {
  return startingModel((await readSignedBundle(bundle, publicKey)).program)
}
