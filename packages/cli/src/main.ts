/** The command `merit`: what it is called with, and how it ends. Each command is loaded only when it is asked for. */
import { Command, CommanderError, Option } from 'commander'
import packageJson from '../package.json' with { type: 'json' }
import { type ExitCode, exitCodes, Stop } from './exit.ts'
import { findingFormats } from './print/findings/formats.ts'
import { complain, endQuietlyOnClosedPipe } from './terminal.ts'

const { version } = packageJson

const exitCodesHelp = `
Exit codes:
  0  done
  1  a model has errors, a test failed or none was found, a file is not formatted;
     a threshold or a gate was not kept
  2  the command cannot be carried out as it was written, or merit.config.json has a mistake
  3  a file could not be read, or only a part of it, whatever else was found: what could be read was scored or checked;
     or a bundle was refused
  70 a mistake in merit itself`

let exitCode: ExitCode = exitCodes.done

/** Runs a command that is given its arguments and options, and keeps its exit code. */
function running<Args extends unknown[]>(command: (...args: Args) => Promise<ExitCode>) {
  return async (...args: Args): Promise<void> => {
    exitCode = await command(...args)
  }
}

const examples = (...lines: string[]) => `\nExample:\n${lines.map(line => `  $ ${line}`).join('\n')}`

function buildProgram(): Command {
  const program = new Command('merit')
    .description('Lead scoring as a text file: check it, test it, score leads, explain every point.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError('(merit --help shows what there is)')
    .addHelpText('after', exitCodesHelp)
    .exitOverride()
  addCheck(program)
  addScore(program)
  addExplain(program)
  addTest(program)
  addGenerateTests(program)
  addInspect(program)
  addCompare(program)
  addChangelog(program)
  addDiff(program)
  addReport(program)
  addFmt(program)
  addBuild(program)
  addKeygen(program)
  addInit(program)
  addExplainCode(program)
  addLsp(program)
  return program
}

/** How findings are written, and where to. */
function addFindingOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'how it is written').choices(findingFormats).default('pretty'))
    .option('-o, --out <file>', 'write it to a file, which appears whole or not at all')
    .option('--report <format=file>', 'write it to a file as well; may be repeated', also)
}

const also = (one: string, others: readonly string[] = []) => [...others, one]

function addCheck(program: Command): void {
  const command = program
    .command('check')
    .description('say what is wrong with models, or worth a second look')
    .argument('<paths...>', '.merit files, and folders to look for them in; bundles')
  addFindingOptions(command)
    .option('--verify <key>', verifyHelp)
    .addHelpText('after', examples('merit check models/', 'merit check models/ --report sarif=merit.sarif'))
    .action(running(async (paths, options) => (await import('./commands/check.ts')).check(paths, options)))
}

const modelHelp = 'a .merit file, or a bundle (merit build)'
const verifyHelp = 'refuse a bundle that was not signed with the other half of this public key'
const leadsHelp = 'CSV, JSON or NDJSON, also gzipped; - for standard input'
const nowHelp = 'score as of this day or instant (default: the current time)'

function addDataOptions(command: Command): Command {
  return command
    .option('--events <file>', 'events in a file of their own: rows with the lead, type and at, or Segment calls')
    .option('--id <key>', 'the key of a lead’s id (default: id, lead_id, userId, email …)')
    .option('--event-lead <key>', 'the key of the lead in the events file (default: as --id, lead_id, userId …)')
    .option('--now <instant>', nowHelp)
}

function addScore(program: Command): void {
  const command = program
    .command('score')
    .description('score the leads of a file')
    .argument('<model>', modelHelp)
    .argument('<leads>', leadsHelp)
  addDataOptions(command)
    .addOption(
      new Option(
        '--format <format>',
        'how results are written (default: table; with --out, as the file is called)',
      ).choices(['table', 'json', 'ndjson', 'csv']),
    )
    .option('--out <file>', 'write to a file, which appears whole or not at all')
    .option('--strict', 'refuse leads with values that do not fit the model')
    .option('--verify <key>', verifyHelp)
    .addHelpText(
      'after',
      examples(
        'merit score model.merit leads.csv --now 2026-06-01',
        'merit score model.merit leads.csv --events events.ndjson --out scores.csv',
      ),
    )
    .action(
      running(async (model, leads, options) => (await import('./commands/score.ts')).score(model, leads, options)),
    )
}

function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .description('show where one lead’s points come from')
    .argument('<model>', modelHelp)
    .argument('<leads>', leadsHelp)
    .option('--lead <id>', 'which lead; may be left out where there is only one')
  addDataOptions(command)
    .addOption(new Option('--format <format>', 'how it is written').choices(['pretty', 'json']).default('pretty'))
    .option('--all', 'leave nothing out: all events, all rules that did not match')
    .option('--forecast', 'also when stages and grades change if nothing new happens')
    .option('--verify <key>', verifyHelp)
    .addHelpText('after', examples('merit explain model.merit leads.csv --lead ann@acme.com'))
    .action(
      running(async (model, leads, options) =>
        (await import('./commands/explain.ts')).explainLead(model, leads, options),
      ),
    )
}

function addTest(program: Command): void {
  const command = program
    .command('test')
    .description('run the tests in models')
    .argument('<paths...>', '.merit files, and folders to look for them in')
  addFindingOptions(command)
    .option('--filter <text>', 'only tests whose name contains the text')
    .option('--coverage', 'also which rules, conditions, thresholds and bands the tests reach')
    .option('--threshold <percent>', 'fail where the tests reach less than this share of them; asks for coverage')
    .option('--lcov <file>', 'write the coverage as an LCOV tracefile; asks for coverage')
    .option('--cobertura <file>', 'write the coverage as Cobertura’s XML; asks for coverage')
    .option('--mutate', 'also which small changes of the models no test notices')
    .option('--mutate-threshold <percent>', 'fail where tests notice fewer of them; asks for mutation')
    .option('--budget <time>', 'mutate for no longer than this: 60s, 5min; asks for mutation')
    .addHelpText(
      'after',
      examples(
        'merit test models/',
        'merit test model.merit --filter "cools down"',
        'merit test models/ --threshold 90 --lcov coverage/lcov.info',
        'merit test model.merit --mutate --budget 60s',
      ),
    )
    .action(running(async (paths, options) => (await import('./commands/test.ts')).test(paths, options)))
}

function addInspect(program: Command): void {
  program
    .command('inspect')
    .description('show what a model is made of, and what it can reach')
    .argument('<model>', modelHelp)
    .addOption(
      new Option('--format <format>', 'how it is written').choices(['pretty', 'json', 'markdown']).default('pretty'),
    )
    .option('--witnesses', 'also the leads that show it (JSON always has them)')
    .option('--verify <key>', verifyHelp)
    .addHelpText('after', examples('merit inspect model.merit', 'merit inspect model.merit --format markdown'))
    .action(running(async (model, options) => (await import('./commands/inspect.ts')).inspect(model, options)))
}

function addCompare(program: Command): void {
  const command = program
    .command('compare')
    .description('prove that two models score all leads alike, or show leads that they do not')
    .argument('<before>', placeHelp)
    .argument('<after>', 'the same; of folders, each model is held against its partner')
  addFindingOptions(command)
    .option('--witnesses', 'also the leads as tests of the second model (JSON always has them as data)')
    .addHelpText('after', examples('merit compare shipped.json model.merit', 'merit compare main model.merit'))
    .addHelpText('after', '\nEnds with 0 only where it is proved that no lead is scored differently.')
    .action(
      running(async (before, after, options) =>
        (await import('./commands/compare.ts')).compare(before, after, options),
      ),
    )
}

const placeHelp = 'a file, a folder, a bundle; REVISION:PATH of git, or a revision alone: the other’s path in it'

function addDiff(program: Command): void {
  const command = program
    .command('diff')
    .description('show what is different between two versions of models, and what that does to leads')
    .argument('<base>', placeHelp)
    .argument('<head>', placeHelp)
    .option('--leads <file>', `score these leads with both: ${leadsHelp}`)
  addDataOptions(command)
    .option('--max-entering <limit>', 'fail if more leads enter a stage: 50, 2% of all, MQL=2%; may be repeated', also)
    .option('--max-leaving <limit>', 'the same for leads that leave one', also)
    .option('--max-shift <points>', 'fail if a lead moves by more in a score: 10, fit=10; may be repeated', also)
    .option('--require-equivalent', 'fail unless it is proved that no lead is scored differently')
  addFindingOptions(command)
    .addHelpText(
      'after',
      examples(
        'merit diff main models/acme.merit --leads leads.ndjson',
        'merit diff main:models models --leads leads.csv --max-entering 2% --max-leaving SQL=10',
      ),
    )
    .addHelpText(
      'after',
      '\nEnds with 1 where a gate is exceeded, or a model that is in both places could not be read.',
    )
    .action(running(async (base, head, options) => (await import('./commands/diff.ts')).diff(base, head, options)))
}

function addReport(program: Command): void {
  const command = program
    .command('report')
    .description('write a page about models: what they can reach, what they do to leads, what is tested')
    .argument('<models...>', '.merit files, and folders to look for them in; bundles')
    .requiredOption('-o, --out <file>', 'where to write the page')
    .option('--base <base>', `also what is different from there: ${placeHelp}`)
    .option('--leads <file>', `also how these leads are spread: ${leadsHelp}`)
  addDataOptions(command)
    .addHelpText(
      'after',
      examples(
        'merit report models/acme.merit --leads leads.csv -o report.html',
        'merit report models --base main --leads leads.ndjson -o report.html',
      ),
    )
    .action(running(async (paths, options) => (await import('./commands/report.ts')).report(paths, options)))
}

function addChangelog(program: Command): void {
  program
    .command('changelog')
    .description('say what changed in a model’s meaning, commit by commit')
    .argument('<model>', 'a .merit file in a git repository; REVISION:PATH begins at a revision')
    .option('--since <revision>', 'only what came after this revision')
    .option('--revision <revision>', 'only the commits that gave this revision of the model, as results have it')
    .option('--all', 'also commits that changed nothing in meaning')
    .addOption(
      new Option('--format <format>', 'how it is written').choices(['pretty', 'json', 'markdown']).default('pretty'),
    )
    .addHelpText(
      'after',
      examples(
        'merit changelog models/acme.merit --since v1.2',
        'merit changelog models/acme.merit --revision 0f3a9c41b2de',
      ),
    )
    .action(running(async (model, options) => (await import('./commands/changelog.ts')).changelog(model, options)))
}

function addGenerateTests(program: Command): void {
  program
    .command('generate-tests')
    .description('write tests of everything that a model decides, from both sides')
    .argument('<model>', 'a .merit file')
    .option('-o, --out <file>', 'write to a file, which imports the model (default: standard output)')
    .option('--force', 'write over a file that is there')
    .addOption(
      new Option('--format <format>', 'merit: tests; json: the same as data')
        .choices(['merit', 'json'])
        .default('merit'),
    )
    .addHelpText('after', examples('merit generate-tests model.merit -o model.tests.merit'))
    .action(
      running(async (model, options) =>
        (await import('./commands/generate-tests.ts')).generateTestsCommand(model, options),
      ),
    )
}

function addFmt(program: Command): void {
  const command = program
    .command('fmt')
    .description('write models the way everybody writes them')
    .argument('<paths...>', '.merit files, and folders to look for them in; - for standard input')
    .option('--check', 'write nothing; name the files that are not formatted')
  addFindingOptions(command)
    .addHelpText('after', examples('merit fmt models/', 'merit fmt --check .'))
    .action(running(async (paths, options) => (await import('./commands/fmt.ts')).fmt(paths, options)))
}

function addBuild(program: Command): void {
  program
    .command('build')
    .description('write what apps load: a bundle, or a module')
    .argument('<model>', modelHelp)
    .option('-o, --out <file>', 'where to write it (default: beside the model)')
    .addOption(
      new Option(
        '--target <target>',
        'bundle: one JSON file; esm: a JavaScript module and its types; types: the types alone',
      )
        .choices(['bundle', 'esm', 'types'])
        .default('bundle'),
    )
    .option('--sign <key>', 'sign the bundle with this private key (merit keygen)')
    .addOption(
      new Option('--format <format>', 'how it is said what was built').choices(['pretty', 'json']).default('pretty'),
    )
    .addHelpText(
      'after',
      examples('merit build model.merit -o acme.bundle.json', 'merit build model.merit --target esm -o scoring.mjs'),
    )
    .action(running(async (model, options) => (await import('./commands/build.ts')).build(model, options)))
}

function addKeygen(program: Command): void {
  program
    .command('keygen')
    .description('write a pair of keys with which bundles are signed and verified')
    .requiredOption('-o, --out <name>', 'writes NAME.key, which signs, and NAME.pub, which verifies')
    .addHelpText(
      'after',
      examples(
        'merit keygen -o acme',
        'merit build model.merit --sign acme.key',
        'merit score model.bundle.json leads.csv --verify acme.pub',
      ),
    )
    .action(running(async options => (await import('./commands/keygen.ts')).keygen(options)))
}

function addInit(program: Command): void {
  program
    .command('init')
    .description('write a first model, from a file of leads if there is one')
    .argument('[folder]', 'where to write it', '.')
    .option('--from <leads>', 'read the attributes and their values off this file: CSV, JSON or NDJSON')
    .option('--force', 'write over files that are there')
    .addHelpText('after', examples('merit init scoring --from leads.csv'))
    .action(running(async (folder, options) => (await import('./commands/init.ts')).init(folder, options)))
}

function addExplainCode(program: Command): void {
  program
    .command('explain-code')
    .description('explain a finding of merit check')
    .argument('[name]', 'as it stands beside the finding; without it, all names')
    .addHelpText('after', examples('merit explain-code unknown-attribute'))
    .action(running(async name => (await import('./commands/explain-code.ts')).explainCodeCommand(name)))
}

function addLsp(program: Command): void {
  program
    .command('lsp')
    .description('serve editors: the Language Server Protocol')
    .option('--stdio', 'over standard input and output, which is the only way and need not be said')
    .option('--clientProcessId <pid>', 'end when this process has ended')
    .addHelpText('after', examples('merit lsp --stdio'))
    .action(running(async () => (await import('./commands/lsp.ts')).lsp()))
}

/** Says what went wrong, and gives the exit code that it has. */
function report(error: unknown): number {
  if (error instanceof Stop) {
    complain(error.text)
    return error.exit
  }
  // Commander has said it already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  complain(
    `This is a mistake in merit ${version}, not in your files. Please report it, with what you ran and what follows.\n`,
  )
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return exitCodes.internal
}

/** Carries out a command line; its outcome is the exit code of the process. Never throws. */
export async function main(args: readonly string[]): Promise<void> {
  endQuietlyOnClosedPipe()
  try {
    await buildProgram().parseAsync(args, { from: 'user' })
    process.exitCode = exitCode
  } catch (error) {
    process.exitCode = report(error)
  }
}
