/**
 * What an app does with the installed runtime, in whatever place it runs: Node, a worker thread, a page, a web worker. Plain
 * JavaScript, as an app loads it. `entries` are where the entry points of the runtime are found there.
 */
export async function useRuntime(entries, { bundle, leads, now }) {
  const { loadModel } = await import(entries['.'])
  const compact = await import(entries['./compact'])
  const { explain } = await import(entries['./explain'])
  const { scoreMany } = await import(entries['./batch'])
  const { live } = await import(entries['./live'])
  const { forecast } = await import(entries['./forecast'])
  const model = loadModel(bundle)
  const small = compact.loadModel(bundle)
  const batch = scoreMany(model, leads, { now })
  return {
    scores: leads.map(lead => model.score(lead, { now })),
    compact: leads.map(lead => small.score(lead, { now })),
    contributions: leads.map(lead => model.contributions(lead, { now }).rules),
    explained: leads.map(lead => explain(model, lead, { now }).explained),
    batch: leads.map((_, i) => batch.resultAt(i)),
    live: leads.map(lead => liveScore(live(model), lead, now)),
    forecasts: leads.map(lead => forecast(model, lead, { now })),
    refused: refusalOf(() => loadModel(bundle.replace('"compiler":"test"', '"compiler":"tset"'))),
  }
}

/** The lead's attributes first, then one event after the other. */
function liveScore(tracker, { events = [], ...attributes }, now) {
  const state = tracker.start(attributes)
  for (const event of events) tracker.event(state, event)
  return tracker.score(JSON.parse(JSON.stringify(state)), { now })
}

function refusalOf(load) {
  try {
    load()
    return 'loaded'
  } catch (error) {
    return error.name
  }
}
