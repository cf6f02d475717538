#!/usr/bin/env node
/**
 * `npm run bench`: measures, prints what it found, and writes `bench/RESULTS.md`. Exits with 1 where a target is missed.
 *
 *     npm run bench                        everything, about ten minutes
 *     npm run bench -- --only scoring      one part: start, scoring, load, live, million, editor, proofs
 *     npm run bench -- --quick             fewer rounds, smaller files: to see that it runs
 */
import { importTypeScript, root } from '../test/bundle.mjs'

process.chdir(root)
const { main } = await importTypeScript('bench/main.ts')
process.exitCode = await main(process.argv.slice(2))
