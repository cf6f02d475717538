/** Runs in a page whose policy forbids code from text: scores there and in a web worker, and hands both to the server. */
import { useRuntime } from './app.mjs'

/** Whether the page is allowed to make code from text: were it, this test would show nothing. */
function codeFromText() {
  try {
    return new Function('return "allowed"')()
  } catch (error) {
    return error.name
  }
}

function inWorker(input) {
  return new Promise((resolve, reject) => {
    const worker = new Worker('./page-worker.mjs', { type: 'module' })
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = event => reject(new Error(event.message ?? 'The worker did not start.'))
    worker.postMessage(input)
  })
}

async function report() {
  const input = await (await fetch('./input.json')).json()
  return {
    codeFromText: codeFromText(),
    page: await useRuntime(input.entries, input),
    worker: await inWorker(input),
  }
}

const answer = await report().catch(error => ({ error: String(error.stack ?? error) }))
await fetch('./answer', { method: 'POST', body: JSON.stringify(answer) })
