import { createHash } from 'node:crypto'
import { type Artifact, listPictures, paths, toDigestView, toPaperView, toSiteView } from '@broadsheet/view'

import type { DataSource } from '../data-source.ts'
import { type Card, toDigestCard, toPaperCard, toSiteCard } from './card.ts'
import { type CardElement, toCardElement } from './card-element.ts'

/** Pictures drawn before, by what is on them. */
export type PictureCache = {
  readonly find: (hash: string) => Uint8Array | undefined
  readonly keep: (hash: string, picture: Uint8Array) => void
}

/**
 * The pictures that `listPictures` promises, one after the other. What looks the same is drawn once and kept in
 * the cache, where the next build finds it; `draw` gives the same bytes for the same card.
 */
export async function* buildPictures(
  source: DataSource,
  cache: PictureCache,
  draw: (element: CardElement) => Promise<Uint8Array>,
): AsyncGenerator<Artifact> {
  for (const { path, card } of listCards(source)) {
    const element = toCardElement(card)
    const hash = createHash('sha256').update(JSON.stringify(element)).digest('hex')
    const known = cache.find(hash)
    const content = known ?? (await draw(element))
    if (known === undefined) cache.keep(hash, content)
    yield { path, content }
  }
}

function* listCards({ context }: DataSource): Generator<{ path: string; card: Card }> {
  const { archive, config, channel } = context
  const site = toSiteView(config, channel)
  const promised = listPictures(context)
  yield { path: paths.picture, card: toSiteCard(site) }
  for (const digest of archive.digests)
    if (promised.digests.has(digest.slug))
      yield {
        path: paths.digestPicture(digest.slug),
        card: toDigestCard(toDigestView(digest, context), site),
      }
  for (const entry of archive.papers.values())
    if (promised.papers.has(entry.key))
      yield { path: paths.paperPicture(entry.key), card: toPaperCard(toPaperView(entry, context), site) }
}
