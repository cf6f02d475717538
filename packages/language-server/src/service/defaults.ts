/** What a rule about events takes from its blocks where it says nothing itself. */
import type { Ast } from '@merit-lang/language'
import type { Project } from './workspace.ts'

/** The nearest block decides. Outside any block those of the whole model's rules outside blocks hold. */
export function inheritedDecay(
  path: readonly Ast.AnyNode[],
  file: Ast.File,
  { checked }: Project,
): Ast.DecayMod | undefined {
  const blocks = path.filter(
    (node): node is Ast.ScoreDecl | Ast.Group => node.kind === 'score' || node.kind === 'group',
  )
  const inBlocks = blocks.reverse().map(({ items = [] }) => defaultIn(items))
  const outside = blocks.some(({ kind }) => kind === 'score')
    ? undefined
    : outsideBlocks(file, checked.understood.files)
  return inBlocks.find(one => one !== undefined) ?? outside
}

function outsideBlocks(file: Ast.File, files: readonly { readonly ast: Ast.File }[]): Ast.DecayMod | undefined {
  return defaultIn([file, ...files.map(({ ast }) => ast)].flatMap(({ statements }) => statements))
}

function defaultIn(items: readonly Ast.Statement[]): Ast.DecayMod | undefined {
  for (const item of items) if (item.kind === 'default' && item.setting.kind === 'decay') return item.setting
  return undefined
}

export function saysDecay({ modifiers }: Ast.RuleDecl): boolean {
  return modifiers.some(one => one.kind === 'decay' || (one.kind === 'no' && one.what === 'decay'))
}

/** Where a decay would stand: before what comes later in the fixed order of modifiers. */
export function decayPlace({ action, modifiers }: Ast.RuleDecl): number {
  const before = modifiers.filter(({ kind }) => !later.has(kind))
  return before.at(-1)?.span.end ?? action.span.end
}

const later: ReadonlySet<Ast.Modifier['kind']> = new Set(['cap', 'floor', 'weight', 'label'])
