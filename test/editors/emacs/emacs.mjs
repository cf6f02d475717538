/** An Emacs without a screen, in the background, asked by `emacsclient`. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../until.mjs'

/** No backups beside the models, no questions, and checks as soon as a finding arrives. Then the user's own settings. */
const alone = `
(package-initialize)
(setq make-backup-files nil create-lockfiles nil auto-save-default nil kill-buffer-query-functions nil)
(setq server-socket-dir (getenv "MERIT_SOCKETS") inhibit-message t)
(setq eglot-sync-connect t eglot-send-changes-idle-time 0.05 eglot-confirm-server-initiated-edits nil)
`

export class Emacs {
  #folder
  #process

  /** @param init the user's settings, in Emacs Lisp */
  static async start({ folder, init, env }) {
    const emacs = new Emacs()
    emacs.#folder = folder
    const file = join(folder.around, 'init.el')
    writeFileSync(file, `${alone}\n${init}`)
    emacs.#process = spawn('emacs', ['-q', '--fg-daemon=merit', '-l', file], {
      cwd: folder.path,
      env: { ...env, MERIT_SOCKETS: folder.around, TERM: 'dumb' },
      stdio: 'ignore',
    })
    await until('Emacs answers', () => emacs.ask('t').catch(() => undefined))
    return emacs
  }

  /** What an expression in Emacs Lisp gives, as Emacs prints it. */
  ask(lisp) {
    return new Promise((resolve, reject) =>
      execFile(
        'emacsclient',
        ['-s', join(this.#folder.around, 'merit'), '--eval', `(with-current-buffer (window-buffer) ${lisp})`],
        { timeout: 10_000 },
        (error, stdout, stderr) => (error ? reject(new Error(stderr || error.message)) : resolve(stdout.trim())),
      ),
    )
  }

  /** The same; empty for nothing. */
  async shown(lisp) {
    const said = await this.ask(lisp)
    return said === 'nil' ? '' : said
  }

  /** Shows a file as it is on disk, and does what Emacs does after each command: that is when eglot connects. */
  async edit(path) {
    await this.ask(`(progn (find-file ${JSON.stringify(join(this.#folder.path, path))}) (revert-buffer t t t)
      (run-hooks 'post-command-hook) (unless eglot--managed-mode (eglot--maybe-activate-editing-mode)) (flymake-start) t)`)
  }

  /** Sets the cursor on the first place of the text. */
  async goTo(text) {
    await this.ask(
      `(progn (goto-char (point-min)) (search-forward ${JSON.stringify(text)}) (goto-char (match-beginning 0)))`,
    )
  }

  async end() {
    const gone = once(this.#process, 'exit')
    await this.ask('(kill-emacs)').catch(() => undefined)
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), 3000)
    await gone
    clearTimeout(timer)
  }
}
