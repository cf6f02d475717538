/** A block's default is taken by a rule of the block. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { defaultUnused } from '../../diagnostics/hints/default-unused.ts'
import type * as Ast from '../../syntax/ast.ts'
import { blocksOf } from './blocks.ts'
import { written } from './conditions.ts'
import type { Hint } from './hint.ts'

export const hintDefaultUnused: Hint = (model, report) => {
  for (const { items } of blocksOf(model)) {
    for (const item of items) {
      if (item.kind === 'default' && !takes(items, wordOf(item.setting)))
        report(diagnose(defaultUnused, item.span, { setting: written(item.setting) }))
    }
  }
}

type Word = 'decay' | 'within' | 'cooldown'

function wordOf(setting: Ast.Default['setting']): Word {
  return setting.kind === 'window' ? 'within' : setting.kind
}

/** A group with a default of its own stands before its rules. */
function takes(items: readonly Ast.Item[], word: Word): boolean {
  return items.some(item => {
    if (item.kind === 'rule') return item.trigger.kind === 'on' && item.action.kind !== 'reset' && !says(item, word)
    return item.kind === 'group' && !hasDefault(item.items, word) && takes(item.items, word)
  })
}

function hasDefault(items: readonly Ast.Item[], word: Word): boolean {
  return items.some(item => item.kind === 'default' && wordOf(item.setting) === word)
}

function says({ trigger, modifiers }: Ast.RuleDecl, word: Word): boolean {
  const windowed = trigger.kind === 'on' && trigger.pattern.windows.some(({ kind }) => kind === word)
  return windowed || modifiers.some(modifier => speaksOf(modifier, word))
}

function speaksOf(modifier: Ast.Modifier, word: Word): boolean {
  if (modifier.kind === 'no') return modifier.what === word
  return modifier.kind === word || (modifier.kind === 'window' && modifier.window.kind === word)
}
