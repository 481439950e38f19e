import { caniemail } from 'caniemail'
import { expect, test } from 'vitest'
import { buildMails } from './build-mails.ts'
import { acceptedGaps } from './client-gaps.ts'

// caniemail has no data of most features for Thunderbird on Windows, which draws mails as the one on macOS does.
const clients = ['gmail.*', 'outlook.*', 'apple-mail.*', 'yahoo.*', 'thunderbird.macos'] as const

const found = await findGaps()

test('mails use nothing that breaks reading in the clients people have', () => {
  expect([...found].filter(([title]) => !Object.hasOwn(acceptedGaps, title))).toEqual([])
})

test('no accepted gap is left over', () => {
  expect(Object.keys(acceptedGaps).filter((title) => !found.has(title))).toEqual([])
})

/** The titles of what a client does not do, or not wholly, each with a client and a mail where it is so. */
async function findGaps(): Promise<ReadonlyMap<string, string>> {
  const gaps = new Map<string, string>()
  for (const { name, html } of await buildMails('content')) {
    const { issues } = caniemail({ clients: [...clients], html })
    for (const [client, features] of [...issues.errors, ...issues.warnings]) {
      for (const { title } of features) gaps.set(title, `${client}: ${name}`)
    }
  }
  return gaps
}
