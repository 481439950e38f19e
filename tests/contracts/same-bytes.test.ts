import { expect, test } from 'vitest'
import { publish } from './publish.ts'
import { readTree } from './read-published.ts'

test('two builds, half a day of time zones apart, give the same bytes', async () => {
  const [first, second] = [
    await publish('content', 'Pacific/Apia'),
    await publish('content', 'America/New_York'),
  ]
  for (const folder of ['out', 'mails'] as const) {
    const [before, after] = [await readTree(first[folder]), await readTree(second[folder])]
    expect([...after.keys()]).toEqual([...before.keys()])
    expect(
      [...after].filter(([path, bytes]) => !before.get(path)?.equals(bytes)).map(([path]) => path),
    ).toEqual([])
  }
}, 120_000)
