/** SHA-256 (FIPS 180-4), since nothing in every browser, worker and Node computes it without waiting. */

/** The first 64: the constants are bits of their roots. */
const primes: number[] = []
for (let n = 2; primes.length < 64; n++) if (primes.every(prime => n % prime)) primes.push(n)
/** The first 32 bits of the fraction. None lies so near a whole number that the last bit of a root could matter. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0
const START = primes.slice(0, 8).map(prime => fraction(Math.sqrt(prime)))
const ROUND = Int32Array.from(primes, prime => fraction(Math.cbrt(prime)))

/** In lower-case hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  const message = padded(bytes)
  const state = Int32Array.from(START)
  const words = new Int32Array(64)
  for (let at = 0; at < message.length; at += 64) compress(state, words, message, at)
  return Array.from(state, word => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** With a one bit, zeros, and, at the end of a whole block, the length in bits, which is far below 2^32 for any bundle. */
function padded(bytes: Uint8Array): Uint8Array {
  const message = new Uint8Array((bytes.length + 72) & -64)
  message.set(bytes)
  message[bytes.length] = 0x80
  new DataView(message.buffer).setUint32(message.length - 4, 8 * bytes.length)
  return message
}

/** One block of 64 bytes. The names are the standard's; long and without calls, because it is the whole cost of a hash. */
function compress(state: Int32Array, w: Int32Array, bytes: Uint8Array, at: number): void {
  for (let t = 0; t < 16; t++) {
    const i = at + 4 * t
    w[t] =
      ((bytes[i] as number) << 24) |
      ((bytes[i + 1] as number) << 16) |
      ((bytes[i + 2] as number) << 8) |
      (bytes[i + 3] as number)
  }
  for (let t = 16; t < 64; t++) {
    const x = w[t - 15] as number
    const y = w[t - 2] as number
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[t] = ((w[t - 16] as number) + s0 + (w[t - 7] as number) + s1) | 0
  }
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  let e = state[4] as number
  let f = state[5] as number
  let g = state[6] as number
  let h = state[7] as number
  for (let t = 0; t < 64; t++) {
    const S1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + S1 + ((e & f) ^ (~e & g)) + (ROUND[t] as number) + (w[t] as number)) | 0
    const S0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (S0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = (state[0] as number) + a
  state[1] = (state[1] as number) + b
  state[2] = (state[2] as number) + c
  state[3] = (state[3] as number) + d
  state[4] = (state[4] as number) + e
  state[5] = (state[5] as number) + f
  state[6] = (state[6] as number) + g
  state[7] = (state[7] as number) + h
}
