/**
 * The engine as text, as it stands in every generated module: bundled from the runtime's sources, so that what operations
 * mean is defined once. Returns the path and content of the file that holds it.
 */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const entry = fileURLToPath(new URL('../runtime/src/entries/module.ts', import.meta.url))

export async function generateSupport() {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'engine',
    platform: 'neutral',
    target: 'es2022',
    minify: true,
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'error',
  })
  const code = outputFiles[0].text.trim()
  const text = `/** Made by \`npm run generate\` from packages/runtime/src/entries/module.ts. */\nexport const support = ${JSON.stringify(code)}\n`
  return { path: 'packages/language/src/module/support.generated.ts', text }
}
