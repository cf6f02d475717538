/** The tests of models in the editor's test explorer. */
import type { Test, TestsParams } from '@merit-lang/language-server'
import {
  type CancellationToken,
  CancellationTokenSource,
  Disposable,
  tests as explorer,
  type TestRunRequest as Request,
  type TestItem,
  TestRunProfileKind,
  TestRunRequest,
  Uri,
  workspace,
} from 'vscode'
import { Debounced } from '../debounced.ts'
import { LANGUAGE } from '../options.ts'
import { rangeOf } from '../places.ts'
import type { Server } from '../server.ts'
import { filesOf } from './chosen.ts'
import { onEdits } from './continuous.ts'
import { detailsOf, runCoverage } from './coverage.ts'
import { runFiles } from './run.ts'

/** How long nothing is typed before the tests of a file are asked for, in milliseconds. */
const QUIET = 300

export class Tests implements Disposable {
  private readonly server: Server
  private readonly controller = explorer.createTestController('merit', 'Merit')
  private readonly soon = new Debounced<string>(QUIET, uri => this.refresh(Uri.parse(uri)))
  private readonly listening: Disposable

  constructor(server: Server) {
    this.server = server
    this.controller.resolveHandler = async item => (item ? undefined : this.discover())
    this.controller.refreshHandler = () => this.discover()
    const { Run, Coverage } = TestRunProfileKind
    this.controller.createRunProfile('Run', Run, (...asked) => this.begin(...asked), true, undefined, true)
    const coverage = this.controller.createRunProfile('Coverage', Coverage, (request, token) =>
      this.cover(request, token),
    )
    coverage.loadDetailedCoverage = async (_, file) => detailsOf(file)
    this.listening = this.listen()
  }

  /** All tests of a file. */
  async runFile(file: Uri): Promise<void> {
    await this.refresh(file)
    await this.runItems([this.controller.items.get(String(file))])
  }

  async runFromLens({ uri, tests }: TestsParams): Promise<void> {
    const file = Uri.parse(uri)
    await this.refresh(file)
    const item = this.controller.items.get(String(file))
    await this.runItems(tests ? tests.map(id => item?.children.get(id)) : [item])
  }

  dispose(): void {
    this.listening.dispose()
    this.soon.dispose()
    this.controller.dispose()
  }

  private async runItems(items: readonly (TestItem | undefined)[]): Promise<void> {
    const include = items.filter(item => item !== undefined)
    if (include.length > 0) await this.run(new TestRunRequest(include), new CancellationTokenSource().token)
  }

  /** Until it is told to stop, where it is to go on. */
  private begin(request: Request, token: CancellationToken): Promise<void> {
    if (request.continuous) onEdits(token, () => this.run(request, token))
    return this.run(request, token)
  }

  private async run(request: Request, token: CancellationToken): Promise<void> {
    const run = this.controller.createTestRun(request)
    await runFiles(this.server, run, filesOf(this.controller.items, request), token)
    run.end()
  }

  private async cover(request: Request, token: CancellationToken): Promise<void> {
    const run = this.controller.createTestRun(request)
    const files = filesOf(this.controller.items, request)
    await runFiles(this.server, run, files, token)
    await runCoverage(this.server, run, files, token)
    run.end()
  }

  private listen(): Disposable {
    const watcher = workspace.createFileSystemWatcher('**/*.merit')
    return Disposable.from(
      watcher,
      watcher.onDidCreate(file => this.soon.ask(String(file))),
      watcher.onDidChange(file => this.soon.ask(String(file))),
      watcher.onDidDelete(file => this.controller.items.delete(String(file))),
      workspace.onDidOpenTextDocument(({ languageId, uri }) => languageId === LANGUAGE && this.soon.ask(String(uri))),
      workspace.onDidChangeTextDocument(
        ({ document }) => document.languageId === LANGUAGE && this.soon.ask(String(document.uri)),
      ),
      this.server.changed(() => this.server.running && this.discover()),
    )
  }

  private async discover(): Promise<void> {
    const found = await workspace.findFiles('**/*.merit', '**/{node_modules,.git}/**')
    const open = workspace.textDocuments.filter(({ languageId }) => languageId === LANGUAGE).map(({ uri }) => uri)
    const files = new Map([...found, ...open].map(uri => [String(uri), uri]))
    for (const file of files.values()) await this.refresh(file)
  }

  private async refresh(file: Uri): Promise<void> {
    const found = await this.server.request('merit/tests', { uri: String(file) }).catch(() => undefined)
    if (found?.length === 0) this.controller.items.delete(String(file))
    if (found && found.length > 0) this.show(file, found)
  }

  private show(file: Uri, found: readonly Test[]): void {
    const { items } = this.controller
    const id = String(file)
    if (!items.get(id)) items.add(this.controller.createTestItem(id, workspace.asRelativePath(file), file))
    items.get(id)?.children.replace(found.map(test => this.itemOf(file, test)))
  }

  private itemOf(file: Uri, { id, name, range }: Test): TestItem {
    const item = this.controller.createTestItem(id, name, file)
    item.range = rangeOf(range)
    return item
  }
}
