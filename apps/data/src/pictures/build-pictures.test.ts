import type { Artifact } from '@broadsheet/view'
import { expect, test } from 'vitest'

import { readFonts } from '../files.ts'
import { twoDays } from '../publication.fixture.ts'
import { buildPictures } from './build-pictures.ts'
import type { CardElement } from './card-element.ts'
import { drawCard } from './draw-card.ts'

const fonts = readFonts()

function toCache() {
  const kept = new Map<string, Uint8Array>()
  return {
    kept,
    find: (hash: string) => kept.get(hash),
    keep: (hash: string, picture: Uint8Array) => kept.set(hash, picture),
  }
}

async function collect(pictures: AsyncIterable<Artifact>): Promise<readonly Artifact[]> {
  const all: Artifact[] = []
  for await (const picture of pictures) all.push(picture)
  return all
}

const draw = (element: CardElement) => drawCard(element, fonts)

test('draws the site, the digests and their papers, as PNG of the size that previews want', async () => {
  const pictures = await collect(buildPictures(twoDays, toCache(), draw))
  expect(pictures.map(({ path }) => path)).toEqual([
    'picture.png',
    'digests/arxiv_cs_CL_2025-10-20_report.png',
    'digests/arxiv_cs_CL_2025-10-16_report.png',
    'papers/2510.14406.png',
    'papers/2510.14853.png',
  ])
  for (const { content } of pictures) {
    if (!(content instanceof Uint8Array)) throw new Error('A picture is bytes.')
    const png = Buffer.from(content)
    expect(png.toString('latin1', 1, 4)).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
  }
})

test('the next build draws nothing again, and gives the same bytes', async () => {
  const cache = toCache()
  const first = await collect(buildPictures(twoDays, cache, draw))
  const second = await collect(buildPictures(twoDays, cache, () => Promise.reject(new Error('drawn again'))))
  expect(second).toEqual(first)
})

test('the same card drawn twice is the same file, byte by byte', async () => {
  const { kept, ...cache } = toCache()
  await collect(buildPictures(twoDays, cache, draw))
  const again = toCache()
  await collect(buildPictures(twoDays, again, draw))
  expect(again.kept).toEqual(kept)
})

test('as many digests as the configuration says, and the papers in them', async () => {
  const { context } = twoDays
  const config = { ...context.config, pictures: { digests: 0 } }
  const nothing = async () => new Uint8Array()
  const pictures = buildPictures({ ...twoDays, context: { ...context, config } }, toCache(), nothing)
  expect((await collect(pictures)).map(({ path }) => path)).toEqual(['picture.png'])
})
