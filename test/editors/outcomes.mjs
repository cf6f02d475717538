/** What comes of a model in an editor whose only knowledge of Merit is the server. How each editor is asked for it is its own. */
import { newFolder, withMerit } from './folder.mjs'
import { until } from './until.mjs'

/**
 * Each check in one editor, one after the other.
 * @param start gives the editor, with the folder open and `merit` in its environment
 * @param shown by what is looked at, the expression that the editor is asked
 * @param does by what is done, how: of the editor and what else is needed
 * @param own checks of this editor alone
 */
export async function tryEditor(report, { start, shown, does, own = {} }) {
  const folder = newFolder()
  const editor = await start(folder, withMerit(folder))
  const hand = handOf(editor, shown, does)
  try {
    for (const [name, work] of Object.entries({ ...outcomes, ...own }))
      await report.check(name, () => work(hand, editor))
  } finally {
    await editor.end()
    folder.remove()
  }
}

function handOf(editor, shown, does) {
  const look = what => editor.shown(shown[what])
  const actions = Object.entries(does).map(([name, act]) => [name, (...args) => act(editor, ...args)])
  return {
    ...Object.fromEntries(actions),
    edit: path => editor.edit(path),
    goTo: text => editor.goTo(text),
    sees: (what, part) => until(`${part} in ${what}`, async () => (await look(what)).includes(part)),
    seesSome: what => until(`some ${what}`, async () => (await look(what)) !== ''),
    seesNo: what => until(`no ${what}`, async () => (await look(what)) === ''),
  }
}

const model = 'models/model.merit'

async function onCountry({ edit, goTo }) {
  await edit(model)
  await goTo('country in')
}

const outcomes = {
  'a misspelt value is found': async ({ edit, sees }) => {
    await edit('drafts/broken.merit')
    await sees('findings', 'Fintec')
  },
  'a code action mends it, and nothing is found any more': async ({ goTo, mend, sees, seesNo }) => {
    await goTo('Fintec add')
    await mend('Fintech')
    await sees('text', 'industry = Fintech add 30')
    await seesNo('findings')
  },
  'what is typed is checked before it is saved': async ({ type, seesSome }) => {
    await type('when employees', 'when employees > "many" add 5')
    await seesSome('findings')
  },
  'hover says what a name is': async ({ hover, sees, ...hand }) => {
    await onCountry(hand)
    await hover()
    await sees('hover', 'Country Code')
  },
  'completion offers the values of an attribute': async ({ edit, complete, sees }) => {
    await edit(model)
    await complete('when country', 'when industry = ')
    await sees('offers', 'Fintech')
  },
  'signature help names the properties of an event': async ({ edit, callFor, sees }) => {
    await edit(model)
    await callFor('when country', 'on page_view(')
    await sees('signatures', 'seconds')
  },
  'definition goes to the file that declares a name': async ({ define, sees, ...hand }) => {
    await onCountry(hand)
    await define()
    await sees('path', 'schema.merit')
    await sees('line', 'country:')
  },
  'references are listed in both files': async ({ refer, sees, ...hand }) => {
    await onCountry(hand)
    await refer()
    await sees('references', 'schema.merit')
    await sees('references', 'model.merit')
  },
  'the outline lists scores and tests': async ({ edit, outline, sees }) => {
    await edit(model)
    await outline()
    await sees('outline', 'engagement')
  },
  'rename changes both files': async ({ rename, sees, ...hand }) => {
    await onCountry(hand)
    await rename('nation')
    await sees('text', 'when nation in')
    await hand.edit('models/schema.merit')
    await sees('text', 'nation:')
  },
  'formatting writes a model in the one way': async ({ edit, format, sees }) => {
    await edit('drafts/untidy.merit')
    await format()
    await sees('text', 'when industry = SaaS add 5')
  },
}
