/** `node bundle-app.mjs FILE`: the part of the runtime that loads a model and scores, as a bundler puts it into an app. */
import { build } from 'esbuild'
import { root } from '../../test/bundle.mjs'

await build({
  stdin: { contents: "export { loadModel } from '@merit-lang/runtime'", resolveDir: root },
  outfile: process.argv[2],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  conditions: ['@merit-lang/source'],
  logLevel: 'error',
})
