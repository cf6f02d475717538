/** `node first-score.mjs APP BUNDLE LEAD NOW`: in a process in which nothing is warm, milliseconds of each step. */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [app, bundle, lead, now] = process.argv.slice(2)
const data = JSON.parse(readFileSync(lead, 'utf8'))
const begun = performance.now()
const { loadModel } = await import(pathToFileURL(app).href)
const imported = performance.now()
const model = loadModel(readFileSync(bundle, 'utf8'))
const loaded = performance.now()
const result = model.score(data, { now: Number(now) })
const scored = performance.now()
model.score(data, { now: Number(now) })
const again = performance.now()
const steps = { import: imported - begun, load: loaded - imported, score: scored - loaded, second: again - scored }
console.log(JSON.stringify({ ...steps, total: result.scores.total }))
