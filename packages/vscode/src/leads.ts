/** Choosing one of the sample leads, of which there may be more than a list can hold. */
import type { SampleLead } from '@merit-lang/language-server'
import { type QuickPickItem, type Uri, window } from 'vscode'
import { Debounced } from './debounced.ts'
import type { Server } from './server.ts'
import { counted } from './words.ts'

interface Choice extends QuickPickItem {
  readonly lead: SampleLead
}

/** Nothing where none is chosen. */
export function chooseLead(server: Server, model: Uri): Promise<SampleLead | undefined> {
  const list = window.createQuickPick<Choice>()
  list.title = 'Sample lead'
  const fill = async (query: string) => {
    list.busy = true
    const found = await server.request('merit/leads', { uri: String(model), query }).catch(() => undefined)
    list.items = (found?.leads ?? []).map(lead => ({ label: lead.label, alwaysShow: true, lead }))
    list.placeholder = found?.samples?.problem ?? `${counted(found?.found ?? 0, 'lead')}: type a part of the id`
    list.busy = false
  }
  const soon = new Debounced<string>(100, fill)
  list.onDidChangeValue(value => soon.ask(value))
  void fill('')
  list.show()
  return new Promise(resolve => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]?.lead)
      list.hide()
    })
    list.onDidHide(() => {
      resolve(undefined)
      soon.dispose()
      list.dispose()
    })
  })
}
