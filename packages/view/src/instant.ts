const minute = 60_000
const day = 24 * 60 * minute

/**
 * The RFC 3339 instant, in UTC, at which clocks of an IANA zone show `time` (`08:00`) on `date`
 * (`2025-10-16`). A time that a clock change skips is read with the offset before the change, so it falls
 * right after the gap; a time that happens twice is the first. A date that a zone left out altogether
 * (Apia, 2011-12-30) is read the same way.
 */
export function toInstant(date: string, time: string, zone: string): string {
  const key = `${date} ${time} ${zone}`
  const known = instants.get(key)
  if (known !== undefined) return known
  const instant = findInstant(date, time, zone)
  if (instants.size >= memoLimit) instants.clear()
  instants.set(key, instant)
  return instant
}

// Every paper of a digest asks for the instant of its date, and asking a time zone is slow.
const instants = new Map<string, string>()
const memoLimit = 4096

function findInstant(date: string, time: string, zone: string): string {
  const local = Date.parse(`${date}T${time}:00Z`)
  const before = offsetAt(local - day, zone)
  const after = offsetAt(local + day, zone)
  const fits = [before, after].filter((offset) => offsetAt(local - offset, zone) === offset)
  return toRfc3339(local - Math.max(...(fits.length === 0 ? [before] : fits)))
}

function toRfc3339(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts: Record<string, string> = {}
  for (const { type, value } of clockOf(zone).formatToParts(instant)) parts[type] = value
  const { year, month, day: dayOfMonth, hour, minute: minutes, second } = parts
  const shown = Date.parse(`${year?.padStart(4, '0')}-${month}-${dayOfMonth}T${hour}:${minutes}:${second}Z`)
  return shown - Math.floor(instant / 1000) * 1000
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const two = '2-digit'
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
  })
  clocks.set(zone, clock)
  return clock
}
