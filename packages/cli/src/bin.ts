#!/usr/bin/env node
/**
 * Starts the command with the code that V8 compiled when it was built, which halves the time to the first word. Another
 * version of Node refuses that and compiles anew: slower, with the same outcome.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { loadBundle } from './bundle.ts'

/** Put in by the build: the bundle's name holds the hash of its content, so that code never meets a cache that is not its own. */
declare const BUNDLE: string

const path = fileURLToPath(new URL(BUNDLE, import.meta.url))
const cache = `${path}.cache`
const { exports } = loadBundle(path, createRequire(path), existsSync(cache) ? readFileSync(cache) : undefined)
await exports.main(process.argv.slice(2))
