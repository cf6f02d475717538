/** Events for examples: `[type, days before June 1, properties]`. */
export function happened(...events: readonly (readonly [type: string, daysAgo: number, properties?: object])[]) {
  return { events: events.map(([type, days, properties]) => ({ type, at: daysAgo(days), ...properties })) }
}

function daysAgo(days: number): string {
  return new Date(Date.UTC(2026, 5, 1) - days * 86_400_000).toISOString().replace('.000Z', 'Z')
}
