import { describe, expect, it } from 'vitest'
import { eventOf, ownEvents } from './events.ts'

describe('the event that a row tells of', () => {
  it('a row with type and at is the event', () => {
    const row = { lead_id: 'a', type: 'download', at: '2026-05-01T10:00:00Z', asset: 'x' }
    expect(eventOf(row)).toEqual(row)
  })

  it('a Segment track call is named by `event`, at `timestamp`, once per `messageId`', () => {
    const call = {
      type: 'track',
      event: 'download',
      timestamp: '2026-05-01T10:00:00Z',
      userId: 'a',
      messageId: 'm1',
      properties: { asset: 'x', type: 'pdf' },
    }
    expect(eventOf(call)).toEqual({
      type: 'download',
      at: '2026-05-01T10:00:00Z',
      id: 'm1',
      properties: { asset: 'x', type: 'pdf' },
    })
  })

  it('a track call may leave out its type', () => {
    const call = { event: 'download', timestamp: '2026-05-01T10:00:00Z', userId: 'a', properties: { asset: 'x' } }
    expect(eventOf(call)).toMatchObject({ type: 'download', at: '2026-05-01T10:00:00Z', properties: { asset: 'x' } })
  })

  it('page and screen calls are events of that name', () => {
    const call = {
      type: 'page',
      name: 'Pricing',
      timestamp: '2026-05-01T10:00:00Z',
      userId: 'a',
      properties: { path: '/p' },
    }
    expect(eventOf(call)).toMatchObject({ type: 'page', properties: { name: 'Pricing', path: '/p' } })
  })

  it.each(['identify', 'group', 'alias'])('%s calls tell of no event', type => {
    expect(eventOf({ type, userId: 'a', traits: {}, timestamp: '2026-05-01T10:00:00Z' })).toBeUndefined()
  })

  it('an event type that is called like a call is an event without who and when of a call', () => {
    expect(eventOf({ type: 'group', at: '2026-05-01T10:00:00Z' })).toMatchObject({ type: 'group' })
  })

  it('a table may call its columns event and ts', () => {
    expect(eventOf({ household_id: '1', event: 'mailing', ts: '2026-05-01T10:00:00' })).toMatchObject({
      type: 'mailing',
      at: '2026-05-01T10:00:00',
    })
  })
})

describe('a lead’s own events', () => {
  it('calls among them are read as events', () => {
    const call = { type: 'track', event: 'x', timestamp: '2026-05-01T10:00:00Z', messageId: 'm' }
    const identify = { type: 'identify', userId: 'a' }
    expect(ownEvents({ events: [call, identify, 7] }).events).toMatchObject([{ type: 'x' }, 7])
  })

  it('what is no list stays for scoring to report', () => {
    expect(ownEvents({ events: 'none' })).toEqual({ events: 'none' })
  })
})
