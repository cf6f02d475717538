/** Emacs with the settings of `docs/editors/emacs.md` and eglot. */
import { tryEditor } from '../outcomes.mjs'
import { settingsIn } from '../page.mjs'
import { Emacs } from './emacs.mjs'

const asked = method =>
  `(jsonrpc-request (eglot-current-server) :textDocument/${method} (eglot--TextDocumentPositionParams))`

const shown = {
  text: '(buffer-substring-no-properties (point-min) (point-max))',
  findings: "(progn (flymake-start) (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))",
  hover: `(plist-get (plist-get ${asked('hover')} :contents) :value)`,
  offers: '(all-completions "" (nth 2 (eglot-completion-at-point)))',
  signatures: `(mapcar (lambda (one) (plist-get one :label)) (plist-get ${asked('signatureHelp')} :signatures))`,
  path: '(buffer-file-name)',
  line: "(thing-at-point 'line t)",
  references: `(mapcar (lambda (one) (xref-location-group (xref-item-location one)))
    (xref-backend-references 'eglot (xref-backend-identifier-at-point 'eglot)))`,
  outline: '(funcall imenu-create-index-function)',
}

/** Leaves the cursor behind a text in a line of its own. */
async function type(editor, before, line) {
  await editor.goTo(before)
  await editor.ask(
    `(progn (beginning-of-line) (open-line 1) (insert ${JSON.stringify(line)}) (eglot--signal-textDocument/didChange))`,
  )
}

/** What is looked at is asked of the server there and then. */
const nothing = () => {}

const does = {
  type,
  mend: (editor, choice) =>
    editor.ask(`(let ((last-nonmenu-event ?.))
      (cl-letf (((symbol-function 'completing-read)
                 (lambda (_ choices &rest _) (cl-find "${choice}" (mapcar #'car choices) :test #'string-search))))
        (eglot-code-actions (point) nil "quickfix" t)))`),
  hover: nothing,
  complete: type,
  callFor: type,
  define: editor => editor.ask("(call-interactively 'xref-find-definitions)"),
  refer: nothing,
  outline: nothing,
  rename: (editor, name) => editor.ask(`(progn (eglot-rename "${name}") (save-some-buffers t))`),
  format: editor => editor.ask('(eglot-format-buffer)'),
}

export function emacs(report) {
  const start = (folder, env) => Emacs.start({ folder, init: settingsIn('emacs.md', 'elisp'), env })
  return tryEditor(report, { start, shown, does })
}
