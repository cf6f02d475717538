/** Neovim with the settings of `docs/editors/neovim.md`, its own client for language servers, and no plugin. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder, withMerit } from '../folder.mjs'
import { settingsIn } from '../page.mjs'
import { until } from '../until.mjs'
import { Neovim } from './neovim.mjs'

const lines = "table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\\n')"
const messages = 'vim.tbl_map(function(one) return one.message end, vim.diagnostic.get(0))'
const offered = "vim.tbl_map(function(item) return item.word end, vim.fn.complete_info({ 'items' }).items)"
const listed =
  "vim.tbl_map(function(item) return vim.fn.bufname(item.bufnr) .. ': ' .. item.text end, vim.fn.getqflist())"
const floating = `vim.tbl_map(
  function(window) return vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false) end,
  vim.tbl_filter(function(window) return vim.api.nvim_win_get_config(window).relative ~= "" end, vim.api.nvim_list_wins())
)`

export async function neovim(report) {
  const folder = newFolder()
  const init = join(folder.around, 'init.lua')
  writeFileSync(init, settingsIn('neovim.md', 'lua'))
  const editor = await Neovim.start({ folder, init, env: withMerit(folder) })
  try {
    for (const [name, work] of Object.entries(checks)) await report.check(name, () => work(editor, folder))
  } finally {
    await editor.end()
    folder.remove()
  }
}

const has = (editor, lua, part) =>
  until(`${part} in ${lua}`, async () => JSON.stringify(await editor.ask(lua)).includes(part))
const lacks = (editor, lua) => until(`nothing in ${lua}`, async () => JSON.stringify(await editor.ask(lua)).length <= 2)

const checks = {
  'a misspelt value is found': async editor => {
    await editor.edit('drafts/broken.merit')
    await has(editor, messages, 'Fintec')
  },
  'a code action mends it, and nothing is found any more': async editor => {
    await editor.goTo('Fintec add')
    await editor.answers('Fintech')
    await editor.keys('\\ca')
    await has(editor, lines, 'industry = Fintech add 30')
    await lacks(editor, messages)
  },
  'what is typed is checked before it is saved': async editor => {
    await editor.keys('<Esc>Gowhen employees > "many" add 5<Esc>')
    await until('a finding', async () => (await editor.ask(messages)).length > 0)
  },
  'hover says what a name is': async editor => {
    await editor.edit('models/model.merit')
    await editor.goTo('country in')
    await editor.keys('K')
    await has(editor, floating, 'Country Code')
  },
  'completion offers the values of an attribute': async editor => {
    await editor.edit('models/model.merit')
    await editor.goTo('country in')
    await editor.keys('Owhen industry = <C-x><C-o>')
    await has(editor, offered, 'Fintech')
    await editor.keys('<C-e><Esc>u')
  },
  'signature help names the properties of an event': async editor => {
    await editor.edit('models/model.merit')
    await editor.goTo('country in')
    await editor.keys('Oon page_view()<Left><C-o>:lua vim.lsp.buf.signature_help()<CR>')
    await has(editor, floating, 'seconds')
    await editor.keys('<Esc>u')
  },
  'definition goes to the file that declares a name': async editor => {
    await editor.edit('models/model.merit')
    await editor.goTo('country in')
    await editor.keys('gd')
    await has(editor, 'vim.api.nvim_buf_get_name(0)', 'schema.merit')
    await has(editor, 'vim.api.nvim_get_current_line()', 'country:')
  },
  'references are listed in both files': async editor => {
    await editor.edit('models/model.merit')
    await editor.goTo('country in')
    await editor.keys('gr')
    await has(editor, listed, 'schema.merit')
    await has(editor, listed, 'model.merit')
    await editor.keys('<Esc>:cclose<CR>')
  },
  'the outline lists scores and tests': async editor => {
    await editor.edit('models/model.merit')
    await editor.keys(':lua vim.lsp.buf.document_symbol()<CR>')
    await has(editor, listed, 'engagement')
    await editor.keys('<Esc>:cclose<CR>')
  },
  'rename changes both files': async editor => {
    await editor.edit('models/model.merit')
    await editor.goTo('country in')
    await editor.answers('nation')
    await editor.keys('\\rn')
    await has(editor, lines, 'when nation in')
    await editor.keys(':wall<CR>:edit models/schema.merit<CR>')
    await has(editor, lines, 'nation:')
  },
  'formatting writes a model in the one way': async editor => {
    await editor.edit('drafts/untidy.merit')
    await editor.keys('\\f')
    await has(editor, lines, 'when industry = SaaS add 5')
  },
  'lenses stand over a model with tests': async editor => {
    await editor.edit('drafts/tested.merit')
    await editor.keys(':lua vim.lsp.codelens.refresh()<CR>')
    await until('a lens', () => editor.ask('#vim.lsp.codelens.get(vim.api.nvim_get_current_buf())'))
  },
  'no message told of an error': async editor => {
    const said = await editor.ask('vim.api.nvim_exec("messages", true)')
    if (/error/i.test(said)) throw new Error(said)
  },
}
