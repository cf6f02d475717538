const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

export function utf8Text(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end))
}

/** Keeps the answers for small whole numbers. */
export function remembering<T>(answer: (number: number) => T): (number: number) => T {
  const known: T[] = []
  return number => {
    known[number] ??= answer(number)
    return known[number]
  }
}
