/** The packed extension in the workbench of VS Code, as its user sees it. The checks follow each other in one window. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder, root } from '../folder.mjs'
import { until } from '../until.mjs'
import { withPage } from './chromium.mjs'
import { serveVscode } from './server.mjs'
import { Workbench } from './workbench.mjs'

/** @param data the folder in which the extension is installed */
export async function onDesk(report, data, { screenshots }) {
  const folder = newFolder()
  const pictures = screenshots ? join(root, 'docs', 'images') : folder.around
  const failures = join(import.meta.dirname, '..', 'dist')
  for (const path of [pictures, failures]) mkdirSync(path, { recursive: true })
  const server = await serveVscode(data)
  try {
    await withPage(async page => {
      const desk = await Workbench.open(page, server.address, folder.path)
      const picture = name => desk.picture(join(pictures, `vscode-${name}.png`))
      for (const [i, [name, work]] of Object.entries(checks).entries())
        if (!(await report.check(name, () => work(desk, folder, picture)))) {
          await desk.picture(join(failures, `desk-${i}.png`))
          await desk.keys('Escape', 'Escape')
        }
    })
  } finally {
    await server.end()
    folder.remove()
  }
}

const problem = '.markers-panel .monaco-list-row'
const editor = '.editor-group-container.active .monaco-editor'

const checks = {
  'a misspelt value is underlined': async desk => {
    await desk.edit('broken.merit')
    await desk.see(`${editor} .squiggly-error`)
  },
  'Problems says why, and what was probably meant': async (desk, _, picture) => {
    await desk.command('Problems: Focus on Problems View')
    const said = await desk.see(problem, 'Fintec')
    if (!said.includes('Did you mean')) throw new Error(said)
    await picture('problems')
  },
  'a quick fix mends it, and the problem is gone': async (desk, folder, picture) => {
    await desk.edit('broken.merit')
    await desk.goTo(3, 20)
    await desk.keys('Control+.')
    await desk.see('.action-widget .monaco-list-row', 'Fintech')
    await picture('quick-fix')
    await desk.keys('Enter')
    await desk.gone(`${editor} .squiggly-error`)
    await desk.save()
    await until('the file is mended', () => folder.read('drafts/broken.merit').includes('industry = Fintech add 30'))
    await desk.keys('Control+j')
  },
  'completion offers the values of an attribute as they are typed': async (desk, _, picture) => {
    await desk.edit('broken.merit')
    await desk.goTo(4, 80)
    await desk.keys('Enter')
    await desk.type('when industry = ')
    await desk.keys('Control+Space')
    await desk.see('.suggest-widget .monaco-list-row', 'SaaS')
    await picture('completion')
    await desk.keys('Enter')
    await desk.type(' add 5')
    await desk.keys('Escape')
    await desk.gone(`${editor} .squiggly-error`)
  },
  'hover shows what is left of points after a decay': async (desk, _, picture) => {
    await desk.edit('model.merit')
    await desk.goTo(27, 14)
    await desk.command('Show or Focus Hover')
    await desk.see('.monaco-hover', '30d')
    await picture('hover')
    await desk.keys('Escape')
  },
  'lenses say what a rule does to the sample leads': async desk => {
    await desk.edit('model.merit')
    await desk.see(`${editor} .codelens-decoration`, 'samples')
  },
  'rename changes both files': async (desk, folder, picture) => {
    await desk.edit('schema.merit')
    await desk.edit('model.merit')
    await desk.goTo(21, 9)
    await desk.keys('F2')
    await desk.fill('.rename-box input', 'nation')
    await picture('rename')
    await desk.press('.rename-box input', 'Enter')
    await desk.see(`${editor} .view-line`, 'when nation in')
    await desk.saveAll()
    await until('both files', () =>
      ['model.merit', 'schema.merit'].every(name => folder.read(`models/${name}`).includes('nation')),
    )
  },
  'the Test Explorer runs tests, and shows a failure at its line': async (desk, _, picture) => {
    await desk.edit('tested.merit')
    await desk.command('Merit: Run Tests in File')
    await desk.see(`${editor} .test-error-content-widget`, 'total is 0')
    await desk.command('Testing: Focus on Test Explorer View')
    await desk.see('.test-explorer .monaco-list-row:has(.codicon-testing-failed-icon)', 'tested.merit')
    await desk.click('.test-explorer .monaco-list-row .monaco-tl-twistie.collapsed')
    await desk.see('.test-explorer .monaco-list-row:has(.codicon-testing-failed-icon)', 'as it is not')
    await picture('tests')
    await desk.command('View: Show Explorer')
  },
  'the preview shows how a sample lead comes to its score': async (desk, _, picture) => {
    await desk.edit('model.merit')
    await desk.command('View: Toggle Primary Side Bar Visibility')
    await desk.command('Merit: Open Preview')
    const steps = await until('the steps', () => desk.inWebview('table.waterfall'), 30_000)
    const said = await steps.textContent()
    if (!/industry/.test(said)) throw new Error(said)
    await desk.size(1000, 960)
    await picture('preview')
    await desk.size(1000, 600)
  },
  'the slider moves the preview through time': async desk => {
    const shown = async selector => (await desk.inWebview(selector))?.textContent()
    const [instant, outcome] = [await shown('#instant'), await shown('#outcome')]
    const slider = await desk.inWebview('#now')
    await slider.focus()
    await desk.keys('End')
    await until('another instant', async () => (await shown('#instant')) !== instant)
    await until('another outcome', async () => (await shown('#outcome')) !== outcome)
  },
  'without sample leads the preview shows those of the tests, and how to choose some': async desk => {
    await desk.click('.tab[data-resource-name="tested.merit"]')
    const button = await desk.inWebview('#choose')
    await until('the button', () => button.isVisible())
    await until('the first test', async () => /as it is/.test(await (await desk.inWebview('#lead')).textContent()))
    await button.click()
    await desk.see('.quick-input-list .monaco-list-row', 'models/leads.json')
    await desk.keys('Escape')
  },
  'the walkthrough is there': async (desk, _, picture) => {
    await desk.command('View: Close All Editors')
    const listed = () => desk.see('.quick-input-list .monaco-list-row', 'Score leads with Merit', 5000)
    await until('the list of walkthroughs', async () => {
      await desk.command('Welcome: Open Walkthrough...')
      return listed().then(
        () => true,
        () => false,
      )
    })
    await desk.pick('Score leads with Merit')
    await desk.see('.gettingStartedContainer', 'Write a rule')
    await desk.size(1000, 760)
    await until('the page of its first step', () => desk.inWebview('text=Three lines are a model'))
    await picture('walkthrough')
    await desk.size(1000, 600)
  },
}
