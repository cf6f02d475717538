import { WillRenameFilesRequest } from 'vscode-languageserver'
import { importsAfter } from '../../service/moved-files.ts'
import { answer, type Feature } from '../feature.ts'

export const movedFiles: Feature = {
  capabilities: () => ({
    workspace: {
      fileOperations: {
        willRename: {
          filters: [{ pattern: { glob: '**/*.merit' } }, { pattern: { glob: '**', matches: 'folder' } }],
        },
      },
    },
  }),
  answers: [
    answer(WillRenameFilesRequest.type, ({ files }, { workspace, pathOf, workspaceEdit }) => {
      const moves = files.map(({ oldUri, newUri }) => ({ from: pathOf(oldUri), to: pathOf(newUri) }))
      return workspaceEdit(importsAfter(workspace, moves))
    }),
  ],
}
