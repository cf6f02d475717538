/** Windows of one pattern leave some time between them. */
import { report as diagnose } from '../../diagnostics/diagnostic.ts'
import { windowEmpty } from '../../diagnostics/hints/window-empty.ts'
import type * as Ast from '../../syntax/ast.ts'
import { written } from './conditions.ts'
import { constantOf } from './constants.ts'
import type { Hint } from './hint.ts'
import { nodesOf } from './walk.ts'

export const hintWindowEmpty: Hint = (model, report) => {
  for (const { windows } of nodesOf(model, 'pattern')) {
    const [younger, older] = [windows.find(isWithin), windows.find(isOlder)]
    if (!younger || !older) continue
    const [below, least] = [constantOf(model, younger.duration), constantOf(model, older.duration)]
    if (below !== undefined && least !== undefined && least >= below)
      report(diagnose(windowEmpty, older.span, { within: written(younger), older: written(older) }))
  }
}

type AgeWindow = Extract<Ast.Window, { duration: Ast.Expr }>
const isWithin = (window: Ast.Window): window is AgeWindow => window.kind === 'within'
const isOlder = (window: Ast.Window): window is AgeWindow => window.kind === 'older'
