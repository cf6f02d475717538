/** A Neovim without a screen, driven as by hand: keys go in, and expressions are asked for. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { until } from '../until.mjs'

export class Neovim {
  #socket
  #process

  /** @param init the user's settings, in Lua */
  static async start({ folder, init, env }) {
    const neovim = new Neovim()
    neovim.#socket = join(folder.around, 'nvim.sock')
    const alone = ['--headless', '-i', 'NONE', '--cmd', 'set noswapfile', '-u', init, '--listen', neovim.#socket]
    neovim.#process = spawn('nvim', alone, { cwd: folder.path, env, stdio: 'ignore' })
    await until('Neovim answers', () => neovim.ask('1').catch(() => undefined))
    return neovim
  }

  /** As typed, with `<CR>` and the like. */
  async keys(keys) {
    await this.#remote('--remote-send', keys)
  }

  /** What an expression in Lua gives. */
  async ask(lua) {
    const [data] = await this.#remote(
      '--remote-expr',
      `luaeval('vim.json.encode({ ${lua.replaceAll("'", "''").replaceAll(/\s*\n\s*/g, ' ')} })')`,
    )
    return JSON.parse(data)[0]
  }

  /** The same as text; empty for nothing. */
  async shown(lua) {
    const said = JSON.stringify(await this.ask(lua))
    return said.length <= 2 ? '' : said
  }

  /** From Normal mode, whatever happened and is listed before. */
  async edit(path) {
    await this.keys(`<Esc><Esc>:cclose<CR>:edit! ${path}<CR>`)
    await until(`${path} is shown`, async () => (await this.ask('vim.api.nvim_buf_get_name(0)')).endsWith(path))
  }

  /** Sets the cursor on the first place of the text. */
  async goTo(text) {
    await this.keys(`<Esc>gg0/\\V${text}<CR>`)
    const found = async () => (await this.ask('vim.api.nvim_get_current_line()')).includes(text)
    await until(`the cursor on ${text}`, found)
  }

  /** What is answered when the editor asks for a text, or for a choice: the one whose title has the text in it. */
  async answers(text) {
    const said = JSON.stringify(text)
    await this.ask(`(function()
      vim.ui.input = function(_, done) done(${said}) end
      vim.ui.select = function(items, options, done)
        for i, item in ipairs(items) do
          if options.format_item(item):find(${said}, 1, true) then return done(item, i) end
        end
      end
      return true
    end)()`)
  }

  async end() {
    const gone = once(this.#process, 'exit')
    await this.keys('<Esc>:qall!<CR>').catch(() => undefined)
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), 3000)
    await gone
    clearTimeout(timer)
  }

  #remote(...args) {
    return new Promise((resolve, reject) =>
      execFile('nvim', ['--server', this.#socket, ...args], { timeout: 5000 }, (error, stdout, stderr) =>
        error || /^E\d+:/m.test(stderr) ? reject(error ?? new Error(stderr)) : resolve([stdout || stderr]),
      ),
    )
  }
}
