/** Runs `measureHere(input)` of a TypeScript file in this process, and writes what it gives as JSON. See `inChild` in `child.ts`. */
import { writeSync } from 'node:fs'
import { importTypeScript } from '../test/bundle.mjs'

const [path, input] = process.argv.slice(2)
const { measureHere } = await importTypeScript(path)
writeSync(1, JSON.stringify(await measureHere(JSON.parse(input))))
// An engine with threads of its own would keep the process.
process.exit(0)
