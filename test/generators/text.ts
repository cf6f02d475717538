/** Small helpers with which the generators read like the texts that they make. */
import fc, { type Arbitrary } from 'fast-check'

export type Text = Arbitrary<string>

/** `say\`${name} add ${number}\``: the parts joined as they stand. */
export function say(parts: TemplateStringsArray, ...values: readonly Text[]): Text {
  return fc.tuple(...values).map(texts => parts.map((part, i) => part + (texts[i] ?? '')).join(''))
}

export const oneOf = (...texts: readonly string[]): Text => fc.constantFrom(...texts)

/** The text, or nothing. */
export const maybe = (text: Text): Text => fc.option(text, { nil: '', freq: 2 })

/** From one to `most` different texts, joined. */
export function several(text: Text, separator: string, most: number): Text {
  return fc.uniqueArray(text, { minLength: 1, maxLength: most }).map(texts => texts.join(separator))
}

export const listOf = (text: Text, most = 3): Text => several(text, ', ', most).map(texts => `[${texts}]`)

export const integer = (min: number, max: number): Text => fc.integer({ min, max }).map(String)

export const quoted = (text: Text): Text => text.map(one => JSON.stringify(one))

/** One arbitrary per depth, made when it is first asked for, so that nested forms do not multiply. */
export function byDepth<T>(make: (depth: number) => Arbitrary<T>): (depth: number) => Arbitrary<T> {
  const made: Arbitrary<T>[] = []
  return depth => {
    made[depth] ??= make(depth)
    return made[depth]
  }
}
