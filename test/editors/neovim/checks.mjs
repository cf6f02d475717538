/** Neovim with the settings of `docs/editors/neovim.md`, its own client for language servers, and no plugin. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tryEditor } from '../outcomes.mjs'
import { settingsIn } from '../page.mjs'
import { until } from '../until.mjs'
import { Neovim } from './neovim.mjs'

const floating = `vim.tbl_map(
  function(window) return vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false) end,
  vim.tbl_filter(function(window) return vim.api.nvim_win_get_config(window).relative ~= "" end, vim.api.nvim_list_wins())
)`
const listed =
  "vim.tbl_map(function(item) return vim.fn.bufname(item.bufnr) .. ': ' .. item.text end, vim.fn.getqflist())"

const shown = {
  text: "table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\\n')",
  findings: 'vim.tbl_map(function(one) return one.message end, vim.diagnostic.get(0))',
  hover: floating,
  offers: "vim.tbl_map(function(item) return item.word end, vim.fn.complete_info({ 'items' }).items)",
  signatures: floating,
  path: 'vim.api.nvim_buf_get_name(0)',
  line: 'vim.api.nvim_get_current_line()',
  references: listed,
  outline: listed,
}

/** Above the line of a text. */
async function above(editor, before, keys) {
  await editor.goTo(before)
  await editor.keys(`O${keys}`)
}

const does = {
  type: (editor, before, line) => above(editor, before, `${line}<Esc>`),
  mend: async (editor, choice) => {
    await editor.answers(choice)
    await editor.keys('\\ca')
  },
  hover: editor => editor.keys('K'),
  complete: (editor, before, line) => above(editor, before, `${line}<C-x><C-o>`),
  callFor: (editor, before, line) => above(editor, before, `${line})<Left><C-o>:lua vim.lsp.buf.signature_help()<CR>`),
  define: editor => editor.keys('gd'),
  refer: editor => editor.keys('gr'),
  outline: editor => editor.keys(':lua vim.lsp.buf.document_symbol()<CR>'),
  rename: async (editor, name) => {
    await editor.answers(name)
    await editor.keys('\\rn')
    await until('the new name', async () => (await editor.shown(shown.text)).includes(name))
    await editor.keys(':wall<CR>')
  },
  format: editor => editor.keys('\\f'),
}

const own = {
  'lenses stand over a model with tests': async ({ edit }, editor) => {
    await edit('drafts/tested.merit')
    await editor.keys(':lua vim.lsp.codelens.refresh()<CR>')
    await until('a lens', () => editor.ask('#vim.lsp.codelens.get(vim.api.nvim_get_current_buf())'))
  },
  'no message told of an error': async (_, editor) => {
    const said = await editor.ask('vim.api.nvim_exec("messages", true)')
    if (/error/i.test(said)) throw new Error(said)
  },
}

function start(folder, env) {
  const init = join(folder.around, 'init.lua')
  writeFileSync(init, settingsIn('neovim.md', 'lua'))
  return Neovim.start({ folder, init, env })
}

export const neovim = report => tryEditor(report, { start, shown, does, own })
