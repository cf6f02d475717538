import { type Uri, window } from 'vscode'
import { chooseLead } from './leads.ts'
import type { Pages } from './pages.ts'
import type { Server } from './server.ts'

/** How a sample lead comes to its scores. Asks for the lead. */
export async function explainSample(server: Server, pages: Pages, model: Uri): Promise<void> {
  const lead = await chooseLead(server, model)
  if (!lead) return
  const preview = await server.request('merit/preview', { uri: String(model), lead: lead.index })
  const title = `${preview?.title}: ${lead.label}`
  if (preview?.scored) await pages.show(title, `# ${title}\n\n${preview.scored.markdown}`)
  else if (preview?.problem) void window.showWarningMessage(preview.problem)
}
