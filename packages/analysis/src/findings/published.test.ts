/** Models as they were published, with what is wrong with them: bands that meet give their shared ends twice. */
import { check, messageOf } from '@merit-lang/language'
import { describe, expect, it } from 'vitest'
import { examine } from './index.ts'

const zoho = `
lead { title: text  employees: integer 0..  target_industry: boolean  email: text }
event email_open event email_click event pricing_page event demo_page event webinar event white_paper event unsubscribe
event activity from email_open or email_click or pricing_page or demo_page or webinar or white_paper
score profile {
  points first {
    title contains any word of ["VP", "Director", "Head"]: 15
    title contains word "Manager": 10
    title contains any word of ["Coordinator", "Analyst"]: 5
    else: 0
  }
  points by employees { BANDS }
  when target_industry add 10
  when domain(email) in free_email_domains subtract 20
}
score behaviour {
  default decay 2 points every 7d
  on email_open add 1
  on email_click add 5
  on pricing_page add 15
  on demo_page add 25
  on webinar add 20
  on white_paper add 10
  on unsubscribe subtract 50 once no decay
  when no activity within 30d subtract 10
  when no activity within 84d multiply by 50%
}
score total = profile + behaviour`

const rollerup = `
lead { amount: number 0..  activities: integer 0.. }
event email_reply
points by amount { AMOUNTS }
points by activities { ACTIVITIES }
on email_reply add 10`

const withBands = (bands: string) => zoho.replace('BANDS', bands)
const withTables = (amounts: string, activities: string) =>
  rollerup.replace('AMOUNTS', amounts).replace('ACTIVITIES', activities)

const found = (text: string) => examine(check({ path: 'model.merit', text })).map(messageOf)

const twice = (value: number, first: string, second: string) =>
  `${value} is in \`${first}\` and in \`${second}\`, so that it is not clear which points it gets.`

describe('Zoho Marketing Automation', () => {
  it('puts 500 and 5000 employees into two bands each', () => {
    expect(found(withBands('< 50: 0  50..500: 15  500..5000: 25  >= 5000: 20'))).toEqual([
      twice(500, '50..500', '500..5000'),
      twice(5000, '500..5000', '>= 5000'),
    ])
  })

  it('is flawless with bands that leave their upper ends out', () => {
    expect(found(withBands('< 50: 0  50..<500: 15  500..<5000: 25  >= 5000: 20'))).toEqual([])
  })

  it('says nothing of companies below 50', () => {
    expect(found(withBands('50..<500: 15  500..<5000: 25  >= 5000: 20'))).toEqual([
      'No case takes `employees` = 0, which gives 0 points. Add a case, or `else`.',
    ])
  })
})

describe('ROLLerUP', () => {
  const amounts = '< 1000: 0  1000..<5000: 15  5000..<10_000: 10  10_000..<15_000: 5  15_000..25_000: 0  > 25_000: -10'
  const activities = '0: -20  1..2: -10  3..5: 5  6..9: 25  >= 10: 35'

  it('puts 10 activities into two bands', () => {
    expect(found(withTables(amounts, '0: -20  1..2: -10  3..5: 5  6..10: 25  >= 10: 35'))).toEqual([
      twice(10, '6..10', '>= 10'),
    ])
  })

  it('puts the ends of its deal sizes into two bands', () => {
    const published = '< 1000: 0  1000..5000: 15  5000..10_000: 10  10_000..15_000: 5  15_000..25_000: 0  > 25_000: -10'
    expect(found(withTables(published, activities))).toEqual([
      twice(5000, '1000..5000', '5000..10_000'),
      twice(10_000, '5000..10_000', '10_000..15_000'),
      twice(15_000, '10_000..15_000', '15_000..25_000'),
    ])
  })

  it('is flawless with bands that leave their upper ends out', () => {
    expect(found(withTables(amounts, activities))).toEqual([])
  })
})
