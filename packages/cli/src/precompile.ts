/**
 * Run by the build: checks a model with the bundle and keeps what V8 compiled for it, and what it has to compile anyway.
 * Arguments: the bundle, the file to write, the model.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadBundle } from './bundle.ts'

const [bundle = '', cache = '', model = ''] = process.argv.slice(2)
const { script, exports } = loadBundle(bundle, createRequire(bundle))
await exports.main(['check', model])
// Whatever was found in the model, the bundle ran.
process.exitCode = 0
writeFileSync(cache, script.createCachedData())
