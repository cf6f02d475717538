import { LSPErrorCodes, PrepareRenameRequest, RenameRequest, ResponseError } from 'vscode-languageserver'
import { type Refusal, renamableAt, rename as renameAt } from '../../service/rename.ts'
import { answer, type Feature } from '../feature.ts'

export const rename: Feature = {
  capabilities: client => ({
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  answers: [
    answer(PrepareRenameRequest.type, (params, { place, range }) => {
      const at = place(params)
      const found = at && renamableAt(at)
      if (!found) return null
      if ('refused' in found) throw refusal(found)
      return { range: range(found.span), placeholder: found.name }
    }),
    answer(RenameRequest.type, (params, { place, workspaceEdit }) => {
      const at = place(params)
      const renamed = at && renameAt(at, params.newName)
      if (!renamed) return null
      if ('refused' in renamed) throw refusal(renamed)
      return workspaceEdit(renamed.edits)
    }),
  ],
}

/** Editors show its sentence to the user. */
function refusal({ refused }: Refusal): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, refused)
}
