/** What the extension host loads and calls. Mocha's build for browsers runs in Node as well, once it is told of no address. */
import './location.mjs'
import 'mocha/mocha.js'

/** Read off the console by who started the editor. */
const say = outcome => console.log(`merit-outcome ${JSON.stringify(outcome)}`)

export async function run() {
  mocha.setup({ ui: 'bdd', reporter: quiet, timeout: 20_000 })
  await import('./tests.mjs')
  await new Promise(resolve => {
    mocha
      .run(resolve)
      .on('pass', test => say({ name: test.fullTitle(), milliseconds: test.duration }))
      .on('fail', (test, error) => say({ name: test.fullTitle(), failure: error.message }))
  })
  say({ done: true })
}

function quiet() {}
