/** A bundle that is not what it should be, and of which nothing was run. The message says where and what, for a person. */
export class BundleError extends Error {
  override readonly name = 'BundleError'
}

/** @param where `nodes[12].left`, or empty for the bundle as a whole. */
export function refuse(where: string, problem: string): never {
  throw new BundleError(where === '' ? `The bundle ${problem}.` : `The bundle is refused: ${where} ${problem}.`)
}
