/** Strict JSON, passed over without being read: behind the value, or -1 where it is no JSON or deeper than is worth following. */
import { passNumber } from './numbers.ts'
import { afterSpace, type Source } from './source.ts'
import { passString } from './strings.ts'

/** Deeper data is for `JSON.parse`. */
const DEEPEST = 64

export function passValue(c: Source, at: number, depth = 0): number {
  const byte = c.bytes[at] as number
  if (byte === 0x22 /* " */) return passString(c, at)
  if (byte === 0x7b /* { */) return depth < DEEPEST ? passRecord(c, at, depth + 1) : -1
  if (byte === 0x5b /* [ */) return depth < DEEPEST ? passList(c, at, depth + 1) : -1
  const end = passNumber(c, at)
  return end >= 0 ? end : passWord(c, at)
}

function passWord(c: Source, at: number): number {
  return Math.max(passNull(c, at), passTrue(c, at), passFalse(c, at))
}

export function passNull(c: Source, at: number): number {
  return c.view.getInt32(at, true) === 0x6c6c756e /* null */ ? at + 4 : -1
}

export function passTrue(c: Source, at: number): number {
  return c.view.getInt32(at, true) === 0x65757274 /* true */ ? at + 4 : -1
}

export function passFalse(c: Source, at: number): number {
  return c.view.getInt32(at, true) === 0x736c6166 /* fals */ && c.bytes[at + 4] === 0x65 /* e */ ? at + 5 : -1
}

function passList(c: Source, start: number, depth: number): number {
  const { bytes } = c
  let at = afterSpace(bytes, start + 1)
  if (bytes[at] === 0x5d /* ] */) return at + 1
  for (;;) {
    at = passValue(c, at, depth)
    if (at < 0) return -1
    at = afterSpace(bytes, at)
    if (bytes[at] !== 0x2c /* , */) return bytes[at] === 0x5d /* ] */ ? at + 1 : -1
    at = afterSpace(bytes, at + 1)
  }
}

function passRecord(c: Source, start: number, depth: number): number {
  const { bytes } = c
  let at = afterSpace(bytes, start + 1)
  if (bytes[at] === 0x7d /* } */) return at + 1
  for (;;) {
    at = passMember(c, at, depth)
    if (at < 0) return -1
    at = afterSpace(bytes, at)
    if (bytes[at] !== 0x2c /* , */) return bytes[at] === 0x7d /* } */ ? at + 1 : -1
    at = afterSpace(bytes, at + 1)
  }
}

function passMember(c: Source, start: number, depth: number): number {
  const key = c.bytes[start] === 0x22 /* " */ ? passString(c, start) : -1
  const value = key < 0 ? -1 : passColon(c.bytes, key)
  return value < 0 ? -1 : passValue(c, value, depth)
}

/** And the space around it. */
export function passColon(bytes: Uint8Array, start: number): number {
  const at = afterSpace(bytes, start)
  return bytes[at] === 0x3a /* : */ ? afterSpace(bytes, at + 1) : -1
}
