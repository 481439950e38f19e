import { describe, expect, test } from 'vitest'
import { ConfigError, defineConfig, listSettings, parseConfig } from './config.ts'

const least = {
  title: 'Fold',
  description: 'Papers',
  url: 'https://fold.example',
  publisher: { name: 'Fold Press' },
  feed: { authority: 'fold.example', year: 2024 },
  mail: { from: { name: 'Fold', address: 'a@fold.example' }, listId: 'digest.fold.example' },
}

function complaint(value: unknown): string {
  try {
    parseConfig(value, 'my.config.ts')
    return ''
  } catch (error) {
    return error instanceof ConfigError ? error.message : String(error)
  }
}

test('what must be said is little', () => {
  expect(parseConfig(defineConfig(least), 'x')).toMatchObject({
    base: '/',
    language: 'en',
    timeZone: 'UTC',
    publishAt: '08:00',
    topics: { minimumPapers: 2 },
  })
})

describe('a complaint names the file, the key and the reason', () => {
  test.each([
    [{ ...least, title: undefined }, 'title: is missing'],
    [{ ...least, title: '' }, 'title: may not be empty'],
    [{ ...least, title: 5 }, 'title: must be text'],
    [{ ...least, titel: 'x' }, 'titel: is no setting; did you mean title?'],
    [
      { ...least, mail: { ...least.mail, from: { ...least.mail.from, adress: 'a@b.example' } } },
      'mail.from.adress: is no setting; did you mean mail.from.address?',
    ],
    [{ ...least, minimumPapers: 3 }, 'minimumPapers: is no setting; did you mean topics.minimumPapers?'],
    [{ ...least, zzzzzzzzzz: 3 }, 'zzzzzzzzzz: is no setting'],
    [{ ...least, url: 'fold.example' }, 'url: is no address that begins with https://'],
    [
      { ...least, url: 'https://fold.example/news/' },
      'url: is the address of the host alone; put a path into `base`',
    ],
    [{ ...least, base: 'news' }, 'base: starts and ends with a slash, such as / or /papers/'],
    [{ ...least, timeZone: 'Mars' }, 'timeZone: is no IANA time zone such as Europe/Berlin'],
    [{ ...least, language: 'a language' }, 'language: is no BCP 47 language tag such as en or de-CH'],
    [{ ...least, publishAt: '8:00' }, 'publishAt: is a time of day such as 08:00'],
    [{ ...least, publisher: 'x' }, 'publisher: must be an object'],
    [{ ...least, title: 'Fold\nBcc: x' }, 'title: is one line of words'],
    [{ ...least, title: '  ' }, 'title: is one line of words'],
    [
      { ...least, url: 'https://me:word@fold.example' },
      'url: is the address of the host alone; put a path into `base`',
    ],
    [{ ...least, topics: { minimumPapers: 0 } }, 'topics.minimumPapers: must be at least 1'],
    [{ ...least, delivery: { perSecond: 0 } }, 'delivery.perSecond: must be more than 0'],
    [{ ...least, delivery: { connections: 99 } }, 'delivery.connections: must be at most 50'],
    [{ ...least, delivery: { onUncertain: 'x' } }, 'delivery.onUncertain: must be one of hold, resend-once'],
    [{ ...least, delivery: { trustProxy: 'yes' } }, 'delivery.trustProxy: must be true or false'],
    ['x', 'the configuration: must be an object'],
  ])('%#', (value, reason) => {
    expect(complaint(value)).toBe(`my.config.ts cannot be used:\n  ${reason}`)
  })

  test('and all of them at once', () => {
    expect(complaint({ ...least, titel: 'x', base: 'x' }).split('\n')).toHaveLength(3)
  })
})

test('every setting is listed by its path', () => {
  expect(listSettings()).toEqual(
    expect.arrayContaining(['title', 'topics.minimumPapers', 'mail.from.address']),
  )
})
