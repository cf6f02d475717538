/** `merit build MODEL`: what apps load, as one file: a bundle; or a module; or the types of both. */
import { generateModule, generateModuleTypes, generateTypes } from '@merit-lang/language'
import { KeyError, type Program, readBundle, writeBundle, writeSignedBundle } from '@merit-lang/runtime'
import { type ExitCode, exitCodes, usageError } from '../exit.ts'
import { keyError } from '../models/bundles.ts'
import { type LoadedProgram, loadProgram } from '../models/load.ts'
import { readSource } from '../models/read.ts'
import { rulesIn } from '../models/rules.ts'
import { openOutput } from '../output.ts'
import { counted, grouped } from '../print/numbers.ts'
import { print } from '../terminal.ts'

export const buildTargets = ['bundle', 'esm', 'types'] as const
type Target = (typeof buildTargets)[number]
export const buildFormats = ['pretty', 'json'] as const

export interface BuildOptions {
  readonly out?: string
  readonly target: Target
  readonly sign?: string
  readonly format: (typeof buildFormats)[number]
}

export async function build(model: string, options: BuildOptions): Promise<ExitCode> {
  const { target, sign } = options
  if (sign !== undefined && target !== 'bundle') throw usageError('Only bundles are signed.')
  const loaded = await loadProgram(model)
  const out = options.out ?? `${model.replace(/(\.bundle)?\.\w+$/, '')}${endings[target]}`
  const bundle = await bundleOf(loaded, sign)
  const files = targets[target](loaded.program, bundle, out)
  for (const [path, text] of Object.entries(files)) await write(path, text, [...loaded.files, sign ?? ''])
  const { name, revision } = loaded.program
  const { hash } = readBundle(bundle)
  const written = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.byteLength(text) }))
  const rules = rulesIn(loaded.program)
  print(formats[options.format]({ target, files: written, name, revision, hash, rules, signed: sign !== undefined }))
  return exitCodes.done
}

const endings: { readonly [T in Target]: string } = { bundle: '.bundle.json', esm: '.mjs', types: '.d.ts' }

/** By path. */
type Files = Readonly<Record<string, string>>

const targets: { readonly [T in Target]: (program: Program, bundle: string, out: string) => Files } = {
  bundle: (_, bundle, out) => ({ [out]: bundle }),
  esm: (program, bundle, out) => ({
    [out]: generateModule(program, { hash: readBundle(bundle).hash }),
    [declarationsOf(out)]: generateModuleTypes(program),
  }),
  types: (program, _, out) => ({ [out]: generateTypes(program) }),
}

/** Where TypeScript looks for the types of a module. */
function declarationsOf(module: string): string {
  if (/\.m?js$/.test(module)) return module.replace(/js$/, 'd.ts').replace(/\.md\.ts$/, '.d.mts')
  throw usageError(`${module} is no name of a module: end it in .mjs or .js.`)
}

async function bundleOf(loaded: LoadedProgram, sign: string | undefined): Promise<string> {
  if (sign === undefined) return writeBundle(loaded)
  try {
    return await writeSignedBundle(loaded, readSource(sign).text)
  } catch (error) {
    throw error instanceof KeyError ? keyError(sign, error) : error
  }
}

async function write(path: string, text: string, inputs: readonly string[]): Promise<void> {
  const output = openOutput(path, inputs)
  await output.write(text)
  await output.finish()
}

interface Built {
  readonly target: Target
  readonly files: readonly { readonly path: string; readonly bytes: number }[]
  readonly name: string
  readonly revision: string
  /** Of the bundle, whatever the target. */
  readonly hash: string
  readonly rules: number
  readonly signed: boolean
}

const formats = {
  json: built => JSON.stringify(built, null, 2),
  pretty: ({ files, name, revision, hash, rules, signed }) => {
    const facts = [...(name === '' ? [] : [`"${name}"`]), `revision ${revision}`, counted(rules, 'rule')]
    const wrote = files.map(({ path, bytes }) => `wrote ${path} (${grouped(bytes)} bytes)`)
    return [...wrote, [...facts, ...(signed ? ['signed'] : [])].join(', '), hash].join('\n')
  },
} satisfies { [Format in BuildOptions['format']]: (built: Built) => string }
