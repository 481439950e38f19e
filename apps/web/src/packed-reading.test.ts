import { expect, test } from 'vitest'
import { packReading, unpackReading } from './packed-reading.ts'
import { read } from './reading.ts'

test('what is unpacked is what was packed, every text in its place', async () => {
  const reading = await read()
  const whole = structuredClone(reading)
  const unpacked = unpackReading(packReading(reading))
  expect(unpacked).toEqual(whole)
  const [digest] = unpacked.publication.archive.digests
  expect(digest?.tldr?.body?.markdown).toBe(whole.publication.archive.digests[0]?.tldr?.body?.markdown)
})

test('a paper is one thing, in its digest and in the indexes', async () => {
  const { archive } = unpackReading(packReading(await read())).publication
  for (const { paper, appearances } of archive.papers.values()) {
    const [first] = appearances
    expect(archive.bySlug.get(first?.slug ?? '')?.papers[first?.position ?? -1]).toBe(paper)
  }
})
