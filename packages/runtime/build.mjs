#!/usr/bin/env node
/** Builds the package into `dist`: each source file as one JavaScript module and its declarations. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const compiler = join(here, '..', '..', 'node_modules', 'typescript', 'bin', 'tsc')

rmSync(join(here, 'dist'), { recursive: true, force: true })
execFileSync(process.execPath, [compiler, '-p', join(here, 'tsconfig.build.json')], { stdio: 'inherit' })
