import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  CodeActionRequest,
  CodeActionResolveRequest,
  type Range,
} from 'vscode-languageserver'
import { actionsAt } from '../../service/actions/actions.ts'
import type { Action } from '../../service/workspace.ts'
import { answer, type Context, type Feature } from '../feature.ts'

/** What an action is worked out from anew when its edits are asked for. */
interface Origin {
  readonly uri: string
  readonly range: Range
  readonly title: string
}

export const actions: Feature = {
  capabilities: client => ({
    codeActionProvider: { codeActionKinds: [...KINDS], resolveProvider: resolvesEdits(client) },
  }),
  answers: [
    answer(CodeActionRequest.type, ({ textDocument: { uri }, range, context: asked }, context) => {
      const span = context.span(uri, range)
      const offered = span ? actionsAt(context.workspace, span) : []
      const wanted = offered.filter(({ kind }) => isAsked(kind, asked.only))
      return wanted.flatMap(action => codeAction(action, { uri, range, title: action.title }, asked, context) ?? [])
    }),
    answer(CodeActionResolveRequest.type, (asked, context) => {
      const { uri, range, title } = asked.data as Origin
      const span = context.span(uri, range)
      const action = span && actionsAt(context.workspace, span).find(one => one.title === title)
      return action ? { ...asked, edit: context.workspaceEdit(action.edits()) } : asked
    }),
  ],
}

const KINDS = [
  'quickfix',
  'refactor.extract',
  'refactor.inline',
  'refactor.rewrite',
  'source.fixAll.merit',
] as const satisfies readonly Action['kind'][]

/** A kind asks for all that are below it. What is done to a whole file is only offered to who asks for it, as saving does. */
function isAsked(kind: Action['kind'], only: readonly string[] | undefined): boolean {
  if (!only) return !kind.startsWith('source.')
  return only.some(asked => kind === asked || kind.startsWith(`${asked}.`))
}

function resolvesEdits({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false
}

/** Fixes carry their edits, since they are known; others are asked for them where the client can ask. */
function codeAction(
  { title, kind, fixes, preferred, ...action }: Action,
  data: Origin,
  asked: CodeActionContext,
  context: Context,
): CodeAction | undefined {
  const later = kind !== 'quickfix' && resolvesEdits(context.client)
  const edits = later ? [] : action.edits()
  if (!later && edits.length === 0) return undefined
  return {
    title,
    kind,
    ...(later ? { data } : { edit: context.workspaceEdit(edits) }),
    ...(fixes && { diagnostics: asked.diagnostics.filter(({ code }) => code === fixes.name) }),
    ...(preferred && { isPreferred: true }),
  }
}
