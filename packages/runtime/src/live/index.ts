/**
 * Scoring one lead at every event. What is known of the lead is a small state, and an event or a changed attribute takes the
 * same time however long the history is, wherever the rules of the model allow.
 *
 *     const tracker = live(model)
 *     const state = tracker.start({ industry: 'SaaS' })
 *     tracker.event(state, { type: 'page_view', at: '2026-06-01T10:00:00Z' })
 *     const { scores, stages } = tracker.score(state, { now: Date.now() })
 */
export type { LiveState } from './state.ts'
export { type LiveOptions, live, type Tracker } from './tracker.ts'
