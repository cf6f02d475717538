/** Instants as the reader sees them: in the zone of the model. */
import { dayRange, localTime, type Zone } from '@merit-lang/runtime'

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/

/** `2026-06-01 09:30` */
export function dayAndTime(at: string, zone: Zone): string {
  const shown = new Date(localTime(zone, Date.parse(at))).toISOString()
  return shown.slice(0, 16).replace('T', ' ')
}

/** A value as explained: an instant in the zone, one that begins a day as that day; anything else as it is. */
export function valueIn(zone: Zone, value: string): string {
  if (!instant.test(value)) return value
  const shown = dayAndTime(value, zone)
  const day = shown.slice(0, 10)
  return dayRange(zone, day).start === Date.parse(value) ? day : shown
}
