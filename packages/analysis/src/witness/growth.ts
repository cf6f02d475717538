import type { Goal } from '../search/goal.ts'
import type { Side } from '../search/steer.ts'
import type { Space } from '../space/space.ts'
import type { Steps } from '../steps.ts'
import { type Attempt, measured } from './attempts.ts'
import { ENDLESS } from './proposals.ts'

type Data = Readonly<Record<string, unknown>>

/**
 * Whether a lead goes as far as one likes: beyond all bounds that models set, or evenly further with each more of one of its
 * events. What bounds a sum of events (a cap, a limit, a cool-down) has bound it long before as many as are looked at.
 */
export function* growsEvenly(goal: Goal, side: Side, space: Space, { value, witness }: Attempt): Steps<boolean> {
  if (value >= ENDLESS) return true
  const events = (witness.lead.events ?? []) as readonly Data[]
  const worth = (event: Data, copies: number) => {
    const more = Array.from({ length: copies }, () => event)
    return (
      measured(goal, side, space, { ...witness, lead: { ...witness.lead, events: [...events, ...more] } })?.value ??
      -ENDLESS
    )
  }
  for (const event of distinct(events)) {
    const [some, more, most] = [worth(event, 200), worth(event, 400), worth(event, 600)]
    if (more > some && most - more >= (more - some) * 0.999) return true
    yield
  }
  return false
}

function distinct(events: readonly Data[]): readonly Data[] {
  return [...new Map(events.map(event => [JSON.stringify({ ...event, at: '' }), event])).values()]
}
