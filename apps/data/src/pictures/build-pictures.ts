import { createHash } from 'node:crypto'
import { listPictures, paths, toSiteView } from '@broadsheet/view'
import type { Artifact } from '../artifact.ts'
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

function* listCards({ context, digests, papers }: DataSource): Generator<{ path: string; card: Card }> {
  const site = toSiteView(context.config, context.channel)
  const promised = listPictures(context)
  yield { path: paths.picture, card: toSiteCard(site) }
  for (const digest of digests())
    if (promised.digests.has(digest.slug))
      yield { path: paths.digestPicture(digest.slug), card: toDigestCard(digest, site) }
  for (const paper of papers())
    if (promised.papers.has(paper.key))
      yield { path: paths.paperPicture(paper.key), card: toPaperCard(paper, site) }
}
