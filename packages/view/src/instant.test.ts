import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toInstant } from './instant.ts'

test.each([
  ['a winter day', '2025-01-16', '08:00', 'Europe/Berlin', '2025-01-16T07:00:00Z'],
  ['a summer day', '2025-07-16', '08:00', 'Europe/Berlin', '2025-07-16T06:00:00Z'],
  ['half an hour', '2025-10-16', '08:00', 'Asia/Kolkata', '2025-10-16T02:30:00Z'],
  ['a skipped hour goes forward', '2025-03-30', '02:30', 'Europe/Berlin', '2025-03-30T01:30:00Z'],
  ['a doubled hour is the first', '2025-10-26', '02:30', 'Europe/Berlin', '2025-10-26T00:30:00Z'],
  ['a skipped hour goes forward', '2025-03-09', '02:30', 'America/New_York', '2025-03-09T07:30:00Z'],
  ['a doubled hour is the first', '2025-11-02', '01:30', 'America/New_York', '2025-11-02T05:30:00Z'],
  ['a skipped half hour', '2025-10-05', '02:15', 'Australia/Lord_Howe', '2025-10-04T15:45:00Z'],
  ['a doubled half hour', '2025-04-06', '01:45', 'Australia/Lord_Howe', '2025-04-05T14:45:00Z'],
  ['a day that was left out', '2011-12-30', '08:00', 'Pacific/Apia', '2011-12-30T18:00:00Z'],
  ['the day after it', '2011-12-31', '08:00', 'Pacific/Apia', '2011-12-30T18:00:00Z'],
])('%s: %s %s in %s', (_, date, time, zone, instant) => {
  expect(toInstant(date, time, zone)).toBe(instant)
})

const zones = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'UTC',
)
const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })

test('clocks of the zone show that time, unless a change skipped it, and the machine does not matter', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 1439 }), zones, (day, minutes, zone) => {
      const date = day.toISOString().slice(0, 10)
      const time = new Date(minutes * 60_000).toISOString().slice(11, 16)
      const instant = new Date(toInstant(date, time, zone))
      const shown = new Intl.DateTimeFormat('sv', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'short',
      }).format(instant)
      const late = Date.parse(`${shown.replace(' ', 'T')}:00Z`) - Date.parse(`${date}T${time}:00Z`)
      expect([0, 30 * 60_000, 60 * 60_000]).toContain(late)
    }),
  )
})
