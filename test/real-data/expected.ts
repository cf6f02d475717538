/**
 * What the models of this folder must give, worked out in plain JavaScript from the cells of the files: no type, no unknown and no
 * rule of the language is taken from what is being tested.
 */
import type { Purchase, Row } from './read.ts'

export type Scores = Readonly<Record<string, number>>

/** A cell as a number; NaN if it is empty, so that every comparison with it is false. */
const number = (row: Row, key: string) => (row[key] ? Number(row[key]) : Number.NaN)
const bounded = (points: number, low: number, high: number) => Math.max(low, Math.min(high, points))

const occupations = new Map([
  ['Working Professional', 40],
  ['Student', 5],
  ['Unemployed', 5],
  ['', -10],
])
const bestSources = new Set(['Reference', 'Welingak Website'])

export function xEducation(row: Row): Scores {
  const fromForm = row['Lead Origin'] === 'Lead Add Form'
  let fit = occupations.get(row['What is your current occupation'] as string) ?? 10
  if (/management/i.test(row.Specialization as string)) fit += 10
  if (row.City !== '' && row.City !== 'Select') fit += 5
  if (bestSources.has(row['Lead Source'] as string) && fromForm) fit += 45
  if (row['A free copy of Mastering The Interview'] === 'Yes') fit -= 2.5
  fit = bounded(fit, 0, 100)

  const seconds = number(row, 'Total Time Spent on Website')
  const visits = number(row, 'TotalVisits')
  const pages = number(row, 'Page Views Per Visit')
  let engagement = seconds >= 1200 ? 40 : seconds >= 600 ? 25 : seconds >= 120 ? 10 : 0
  if (visits >= 3 && visits <= 10) engagement += 10
  if (visits > 10 && !fromForm) engagement += 4
  if (pages >= 2.5) engagement += Math.min(pages, 10) / 2
  return { fit, engagement, total: 0.6 * fit + 0.4 * engagement }
}

export function bankFull(row: Row): Scores {
  const [age, contacted, balance] = [number(row, 'age'), number(row, 'pdays'), number(row, 'balance')]
  let total = { success: 40, other: 10, failure: 5 }[row.poutcome as string] ?? 0
  if (age >= 18 && age < 25) total += 12
  if (age >= 60) total += 20
  if (row.job === 'student' || row.job === 'retired') total += 10
  if (['mar', 'sep', 'oct', 'dec'].includes(row.month as string)) total += 25
  if (contacted >= 0 && contacted <= 100) total += 5
  if (contacted === -1) total -= 1
  if (row.housing === 'no' && row.loan === 'no') total += 8
  if (row.default === 'yes') total -= 20
  if (balance > 0) total += Math.floor(Math.min(balance, 5000) / 500 + 0.5)
  return { total }
}

export function bankAdditional(row: Row): Scores {
  const contacted = number(row, 'pdays')
  let person = 0
  if (row.education?.startsWith('basic.')) person -= 3
  if (row.education?.startsWith('university')) person += 6
  if (row.default === 'unknown') person -= 4
  if (row.loan === 'yes') person += 1
  if (contacted <= 10) person += 30
  let economy = 0
  const confidence = number(row, 'cons.conf.idx')
  if (number(row, 'nr.employed') < 5100) economy += 20
  if (confidence >= -40.5) economy += Math.abs(confidence) / 10
  if (number(row, 'euribor3m') < 1) economy += 12.5
  return { person, economy, total: person + economy }
}

export function hillstrom(row: Row): Scores {
  const recency = number(row, 'recency')
  let total = recency <= 3 ? 30 : recency <= 6 ? 15 : 0
  total += row.mens === '1' ? (row.womens === '1' ? 12 : 7) : row.womens === '1' ? 5 : 0
  if (/^[67]\)/.test(row.history_segment as string)) total += 10
  if (row.zip_code === 'Rural' && row.channel !== 'Phone') total += 3
  if (row.channel !== 'Phone') total += 4
  if (row.newbie === '1') total *= 0.75
  if (row.segment === 'No E-Mail') total /= 2
  return { total }
}

const hour = 3_600_000
const day = 24 * hour

/** New York's clock in 2017, when summer lasted from 12 March to 5 November. */
function newYork(local: string): number {
  const summer = local >= '2017-03-12T02:00:00' && local < '2017-11-05T02:00:00'
  return Date.parse(`${local}Z`) + (summer ? 4 : 5) * hour
}

export const householdsNow = '2017-10-01T04:00:00Z'

/** @param events of this household, in the order of the file. */
export function household(row: Row, events: readonly Row[]): Scores {
  let about = row.age === '25-34' || row.age === '35-44' ? 10 : 0
  if (row.kids_count !== '' && row.kids_count !== '0') about += 5
  if (row.household_size?.startsWith('5')) about += 2
  if (row.home_ownership === 'Homeowner') about += 3
  const activity = activityOf(events)
  return { household: about, activity, total: about + activity }
}

function activityOf(rows: readonly Row[]): number {
  const now = Date.parse(householdsNow)
  const events = rows
    .map(row => ({ ...row, name: row.event, at: newYork(row.ts as string), day: row.ts?.slice(0, 10) ?? '' }) as Event)
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at - b.at)
  const age = ({ at }: Event) => now - at
  const purchases = events.filter(({ name }) => name === 'purchase')
  let points = 0
  for (const purchase of purchases)
    if (Number(purchase.sales_value) >= 5) points += 2 * 2 ** (-age(purchase) / (60 * day))
  const byDay = new Map<string, number>()
  for (const one of purchases) if (age(one) < 7 * day) byDay.set(one.day, (byDay.get(one.day) ?? 0) + 1)
  for (const count of byDay.values()) points += Math.min(count, 2)
  const mailed = events.filter(({ name, campaign_type }) => name === 'mailing' && campaign_type === 'Type A')
  points += Math.min(20, sum(mailed.map(one => 4 * Math.max(0, 1 - age(one) / (45 * day)))))
  points += 15 * answers(events).filter(one => age(one) < 60 * day).length
  if (purchases.some(one => Number(one.coupon_disc) > 0 && age(one) < 90 * day)) points += 6
  const spent = sum(purchases.filter(one => age(one) < 30 * day).map(one => Math.round(Number(one.sales_value) * 1e6)))
  if (spent >= 20e6) points += 5
  return points
}

interface Event {
  readonly name: string
  readonly at: number
  readonly day: string
  readonly sales_value: string
  readonly coupon_disc: string
  readonly campaign_type: string
}

/** Redemptions with a mailing less than 14 days earlier. */
function answers(events: readonly Event[]): Event[] {
  return events.filter(({ name, at }, place) => {
    const mailing = events.slice(0, place).findLast(earlier => earlier.name === 'mailing')
    return name === 'redeem' && mailing !== undefined && at - mailing.at < 14 * day
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** As points are added: each rounded to a billionth, the sum to a millionth. */
function exactSum(points: readonly number[]): number {
  const billionths = sum(points.map(each => Math.floor(each * 1e9 + 0.5)))
  return Math.floor(billionths / 1e3 + 0.5) / 1e6
}

export const cdnowNow = '1997-12-31'

/** @param purchases of one customer. */
export function customer(purchases: readonly Purchase[]): Scores {
  const now = Date.parse(cdnowNow)
  const past = purchases.filter(one => one.day <= cdnowNow)
  const age = (one: Purchase) => now - Date.parse(one.day)
  const recency = exactSum(past.map(one => 2 ** (-age(one) / (90 * day))))
  const spent = sum(past.filter(one => age(one) < 365 * day).map(one => one.dollars))
  return { recency, purchases: past.length, spent, total: 10 * recency }
}

/** How often the better of two customers, one who comes again and one who does not, has the higher score: the area under the curve. */
export function area(scored: readonly { readonly score: number; readonly again: boolean }[]): number {
  const ranked = [...scored].sort((a, b) => a.score - b.score)
  let wins = 0
  let others = 0
  for (let from = 0; from < ranked.length; ) {
    let to = from
    while (to < ranked.length && ranked[to]?.score === ranked[from]?.score) to++
    const tied = ranked.slice(from, to)
    const again = tied.filter(one => one.again).length
    wins += again * (others + (tied.length - again) / 2)
    others += tied.length - again
    from = to
  }
  return wins / (others * (ranked.length - others))
}
