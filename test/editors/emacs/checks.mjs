/** Emacs with the settings of `docs/editors/emacs.md` and eglot. */
import { newFolder, withMerit } from '../folder.mjs'
import { settingsIn } from '../page.mjs'
import { until } from '../until.mjs'
import { Emacs } from './emacs.mjs'

const text = '(buffer-substring-no-properties (point-min) (point-max))'
const findings = "(progn (flymake-start) (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))"
const hover = `(let ((answer (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams))))
  (plist-get (plist-get answer :contents) :value))`
const signature = `(let ((answer (jsonrpc-request (eglot-current-server) :textDocument/signatureHelp (eglot--TextDocumentPositionParams))))
  (mapcar (lambda (one) (plist-get one :label)) (plist-get answer :signatures)))`
const outline = '(funcall imenu-create-index-function)'
const references = `(mapcar (lambda (one) (xref-location-group (xref-item-location one)))
  (xref-backend-references 'eglot (xref-backend-identifier-at-point 'eglot)))`

export async function emacs(report) {
  const folder = newFolder()
  const editor = await Emacs.start({
    folder,
    init: settingsIn('emacs.md', 'elisp'),
    env: withMerit(folder),
  })
  try {
    for (const [name, work] of Object.entries(checks)) await report.check(name, () => work(editor, folder))
  } finally {
    await editor.end()
    folder.remove()
  }
}

const has = (editor, lisp, part) => until(`${part} in ${lisp}`, async () => (await editor.ask(lisp)).includes(part))

/** Puts the cursor behind a text that is typed into a line of its own. */
async function typed(editor, before, line) {
  await editor.goTo(before)
  await editor.ask(
    `(progn (beginning-of-line) (open-line 1) (insert ${JSON.stringify(line)}) (eglot--signal-textDocument/didChange))`,
  )
}

const checks = {
  'a misspelt value is found': async editor => {
    await editor.edit('drafts/broken.merit')
    await has(editor, findings, 'Fintec')
  },
  'a code action mends it, and nothing is found any more': async editor => {
    await editor.goTo('Fintec add')
    await editor.ask(`(let ((last-nonmenu-event ?.))
      (cl-letf (((symbol-function 'completing-read)
                 (lambda (_ choices &rest _) (cl-find "Fintech" (mapcar #'car choices) :test #'string-search))))
        (eglot-code-actions (point) nil "quickfix" t)))`)
    await has(editor, text, 'industry = Fintech add 30')
    await until('no finding', async () => (await editor.ask(findings)) === 'nil')
  },
  'what is typed is checked before it is saved': async editor => {
    await typed(editor, 'when employees', 'when employees > "many" add 5')
    await until('a finding', async () => (await editor.ask(findings)) !== 'nil')
  },
  'hover says what a name is': async editor => {
    await editor.edit('models/model.merit')
    await editor.goTo('country in')
    await has(editor, hover, 'Country Code')
  },
  'completion offers the values of an attribute': async editor => {
    await editor.edit('models/model.merit')
    await typed(editor, 'when country', 'when industry = ')
    await has(editor, '(all-completions "" (nth 2 (eglot-completion-at-point)))', 'Fintech')
  },
  'signature help names the properties of an event': async editor => {
    await editor.edit('models/model.merit')
    await typed(editor, 'when country', 'on page_view(')
    await has(editor, signature, 'seconds')
  },
  'definition goes to the file that declares a name': async editor => {
    await editor.edit('models/model.merit')
    await editor.goTo('country in')
    await editor.ask("(call-interactively 'xref-find-definitions)")
    await has(editor, '(buffer-file-name)', 'schema.merit')
    await has(editor, "(thing-at-point 'line t)", 'country:')
  },
  'references are listed in both files': async editor => {
    await editor.edit('models/model.merit')
    await editor.goTo('country in')
    await has(editor, references, 'schema.merit')
    await has(editor, references, 'model.merit')
  },
  'the outline lists scores and tests': async editor => {
    await editor.edit('models/model.merit')
    await has(editor, outline, 'engagement')
  },
  'rename changes both files': async editor => {
    await editor.edit('models/model.merit')
    await editor.goTo('country in')
    await editor.ask('(progn (eglot-rename "nation") (save-some-buffers t))')
    await has(editor, text, 'when nation in')
    await editor.edit('models/schema.merit')
    await has(editor, text, 'nation:')
  },
  'formatting writes a model in the one way': async editor => {
    await editor.edit('drafts/untidy.merit')
    await editor.ask('(eglot-format-buffer)')
    await has(editor, text, 'when industry = SaaS add 5')
  },
}
