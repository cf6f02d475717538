/** Strict JSON, passed over without being read: behind the value, or `NOT` where it is no JSON or deeper than is worth following. */
import { passNumber } from './numbers.ts'
import {
  afterSpace,
  CLOSE_LIST,
  CLOSE_RECORD,
  COLON,
  COMMA,
  NOT,
  OPEN_LIST,
  OPEN_RECORD,
  QUOTE,
  type Source,
} from './source.ts'
import { passString } from './strings.ts'

/** Deeper data is for `JSON.parse`. */
const DEEPEST = 64

export function passValue(c: Source, at: number, depth = 0): number {
  const byte = c.bytes[at] as number
  if (byte === QUOTE) return passString(c, at)
  if (byte === OPEN_RECORD) return depth < DEEPEST ? passRecord(c, at, depth + 1) : NOT
  if (byte === OPEN_LIST) return depth < DEEPEST ? passList(c, at, depth + 1) : NOT
  const end = passNumber(c, at)
  return end >= 0 ? end : passWord(c, at)
}

function passWord(c: Source, at: number): number {
  return Math.max(passNull(c, at), passTrue(c, at), passFalse(c, at))
}

const TRUE = 0x65757274
const FALS = 0x736c6166
const NULL = 0x6c6c756e
const LETTER_E = 0x65

export function passNull(c: Source, at: number): number {
  return c.view.getInt32(at, true) === NULL ? at + 4 : NOT
}

export function passTrue(c: Source, at: number): number {
  return c.view.getInt32(at, true) === TRUE ? at + 4 : NOT
}

export function passFalse(c: Source, at: number): number {
  return c.view.getInt32(at, true) === FALS && c.bytes[at + 4] === LETTER_E ? at + 5 : NOT
}

function passList(c: Source, start: number, depth: number): number {
  const { bytes } = c
  let at = afterSpace(bytes, start + 1)
  if (bytes[at] === CLOSE_LIST) return at + 1
  for (;;) {
    at = passValue(c, at, depth)
    if (at < 0) return NOT
    at = afterSpace(bytes, at)
    if (bytes[at] !== COMMA) return bytes[at] === CLOSE_LIST ? at + 1 : NOT
    at = afterSpace(bytes, at + 1)
  }
}

function passRecord(c: Source, start: number, depth: number): number {
  const { bytes } = c
  let at = afterSpace(bytes, start + 1)
  if (bytes[at] === CLOSE_RECORD) return at + 1
  for (;;) {
    at = passMember(c, at, depth)
    if (at < 0) return NOT
    at = afterSpace(bytes, at)
    if (bytes[at] !== COMMA) return bytes[at] === CLOSE_RECORD ? at + 1 : NOT
    at = afterSpace(bytes, at + 1)
  }
}

function passMember(c: Source, start: number, depth: number): number {
  const key = c.bytes[start] === QUOTE ? passString(c, start) : NOT
  const value = key < 0 ? NOT : passColon(c.bytes, key)
  return value < 0 ? NOT : passValue(c, value, depth)
}

/** And the space around it. */
export function passColon(bytes: Uint8Array, start: number): number {
  const at = afterSpace(bytes, start)
  return bytes[at] === COLON ? afterSpace(bytes, at + 1) : NOT
}
