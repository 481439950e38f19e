import { expect, test } from 'vitest'
import { exampleDigest, publish } from './publication.fixture.ts'
import { toSettledArchive } from './settled-archive.ts'

const first = exampleDigest('2025-10-16', [{ id: '2510.00001' }])
const later = exampleDigest('2025-10-17', [{ id: '2510.00001' }, { id: '2510.00002' }])

test('what an item sees of papers, topics and authors stays when they come again', () => {
  const before = toSettledArchive(publish([first]).archive)
  const after = toSettledArchive(publish([first, later]).archive)
  for (const table of ['papers', 'topics', 'authors'] as const)
    for (const [key, value] of before[table]) expect(after[table].get(key)).toEqual(value)
})
