/** Choosing the file of sample leads: the setting `merit.samples` of the folder that the model is in. */
import { ConfigurationTarget, type QuickPickItem, type Uri, window, workspace } from 'vscode'
import { LANGUAGE } from './options.ts'

interface Choice extends QuickPickItem {
  /** `undefined`: what lies beside the model. */
  readonly path: string | undefined
}

export async function chooseSamples(model: Uri | undefined): Promise<void> {
  const chosen = await window.showQuickPick(choices(model), {
    title: 'Sample leads',
    placeHolder: 'On which lenses and the preview score the model',
  })
  if (!chosen) return
  const folder = model && workspace.getWorkspaceFolder(model)
  const target = folder ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Global
  await workspace.getConfiguration(LANGUAGE, model ?? null).update('samples', chosen.path, target)
}

async function choices(model: Uri | undefined): Promise<Choice[]> {
  const files = await workspace.findFiles('**/*.{json,ndjson,csv}', '**/{node_modules,.git,.vscode,dist}/**', 200)
  const found = files
    .filter(isData)
    .map(file => ({ label: workspace.asRelativePath(file), path: pathFrom(model, file) }))
  found.sort((a, b) => a.label.localeCompare(b.label))
  const beside = {
    label: '$(sparkle) What lies beside the model',
    description: 'leads.json, leads.ndjson, leads.csv, …',
  }
  return [{ ...beside, path: undefined }, ...found]
}

/** Not what programs are configured by. */
const isData = ({ path }: Uri) => !/\/(?:package(?:-lock)?|tsconfig|expected)[^/]*\.json$/.test(path)

/** As the setting has it: seen from the model's folder, with `/`. */
export function pathFrom(model: Uri | undefined, file: Uri): string {
  if (!model || model.scheme !== file.scheme || model.authority !== file.authority) return file.path
  const [from, to] = [model.path.split('/').slice(0, -1), file.path.split('/')]
  const shared = from.findIndex((part, i) => part !== to[i])
  const common = shared < 0 ? from.length : shared
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/')
}
