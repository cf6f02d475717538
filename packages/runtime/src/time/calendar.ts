import type { CalendarPart, Value, Zone } from '../program.ts'
import { isInstant } from './instant.ts'
import { DAY, firstInstant, HOUR, localTime, sinceOf, stretchAt } from './zone.ts'

/** From the first day of the week. */
export const weekdays: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
]

/** Each part of an instant in the zone. Weeks are ISO weeks: they begin on Monday, and the first holds January 4. */
export const calendarParts = {
  hour: (at, zone) => new Date(localTime(zone, at)).getUTCHours(),
  weekday: (at, zone) => weekdays[weekdayOf(localDay(zone, at))] as string,
  week: (at, zone) => weekOf(localDay(zone, at)),
  month: (at, zone) => monthOf(localDay(zone, at)).month,
  hourStart,
  dayStart: (at, zone) => firstInstant(zone, localDay(zone, at) * DAY),
  weekStart: (at, zone) => firstInstant(zone, mondayOf(localDay(zone, at)) * DAY),
  monthStart: (at, zone) => firstInstant(zone, monthOf(localDay(zone, at)).start),
} satisfies { [K in CalendarPart]: (at: number, zone: Zone) => number | string }

/** Unknown for what is no instant of the years 0001 to 9999. */
export function calendarPart(part: CalendarPart, at: number, zone: Zone): Value {
  return isInstant(at) ? calendarParts[part](at, zone) : null
}

/** An hour that clocks show twice is two hours; one that a clock change cuts begins at the change. */
function hourStart(at: number, zone: Zone): number {
  const shown = localTime(zone, at)
  return Math.max(at - (shown - Math.floor(shown / HOUR) * HOUR), sinceOf(zone, stretchAt(zone, at)))
}

/** Days since 1970-01-01 on the local calendar. */
function localDay(zone: Zone, at: number): number {
  return Math.floor(localTime(zone, at) / DAY)
}

/** 0 is Monday; 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

function mondayOf(day: number): number {
  return day - weekdayOf(day)
}

/** A week belongs to the year of its Thursday. */
function weekOf(day: number): number {
  const thursday = mondayOf(day) + 3
  const newYear = new Date(thursday * DAY).setUTCMonth(0, 1) / DAY
  return 1 + Math.floor((thursday - newYear) / 7)
}

function monthOf(day: number): { readonly month: number; readonly start: number } {
  const date = new Date(day * DAY)
  return { month: date.getUTCMonth() + 1, start: date.setUTCDate(1) }
}
