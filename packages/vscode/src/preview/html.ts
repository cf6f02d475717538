/** The frame of the page. Only the extension's own script and style run in it; whatever else the page is given is text. */
import { Uri, type Webview } from 'vscode'

export function pageOf(webview: Webview, extension: Uri, nonce: string): string {
  const from = (name: string) => webview.asWebviewUri(Uri.joinPath(extension, 'dist', name))
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${from('preview.css')}">
<title>Merit</title>
</head>
<body>
<header>
<h1 id="title"></h1>
<p id="samples" class="quiet"></p>
<p id="problem" role="alert"></p>
<button type="button" id="choose" hidden>Choose samples…</button>
</header>
<form id="controls" hidden>
<div class="row">
<label for="lead">Lead</label>
<span class="stepper">
<button type="button" id="previous" aria-label="Previous lead">‹</button>
<select id="lead"></select>
<button type="button" id="next" aria-label="Next lead">›</button>
</span>
<input type="search" id="query" placeholder="Find a lead" aria-label="Find a lead">
</div>
<div class="row">
<label for="now">Time</label>
<div class="time"><input type="range" id="now"><div id="marks" class="marks"></div></div>
<output id="instant" for="now"></output>
<button type="button" id="reset" title="To the time of the samples">Reset</button>
</div>
<div class="stepper">
<input type="checkbox" id="all"><label for="all">Show what gave no points</label>
</div>
</form>
<p id="summary" class="unseen" role="status"></p>
<main id="outcome"></main>
<script nonce="${nonce}" src="${from('preview.js')}"></script>
</body>
</html>`
}

/** 128 bits that nobody guesses. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
