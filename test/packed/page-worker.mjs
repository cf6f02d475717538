import { useRuntime } from './app.mjs'

addEventListener('message', async ({ data }) => postMessage(await useRuntime(data.entries, data)))
