/** Choosing the file of sample leads: the setting `merit.samples`. */
import { ConfigurationTarget, type QuickPickItem, type Uri, window, workspace } from 'vscode'
import { LANGUAGE } from './options.ts'

interface Choice extends QuickPickItem {
  /** As the setting has it: seen from a folder above the models. `undefined`: what lies beside each model. */
  readonly path: string | undefined
}

export async function chooseSamples(): Promise<void> {
  const chosen = await window.showQuickPick(choices(), {
    title: 'Sample leads',
    placeHolder: 'On which lenses and the preview score models',
  })
  const settings = workspace.getConfiguration(LANGUAGE)
  if (!chosen || chosen.path === (settings.get('samples') ?? undefined)) return
  const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global
  await settings.update('samples', chosen.path, target)
}

async function choices(): Promise<Choice[]> {
  const files = await workspace.findFiles('**/*.{json,ndjson,csv}', '**/{node_modules,.git,.vscode,dist}/**', 200)
  const paths = files.filter(isData).map(file => workspace.asRelativePath(file, false))
  const beside = {
    label: '$(sparkle) What lies beside the model',
    description: 'leads.json, leads.ndjson, leads.csv, …',
  }
  return [{ ...beside, path: undefined }, ...paths.sort().map(path => ({ label: path, path }))]
}

/** Not what programs are configured by. */
const isData = ({ path }: Uri) => !/\/(?:package(?:-lock)?|tsconfig|expected)[^/]*\.json$/.test(path)
