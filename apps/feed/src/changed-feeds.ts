import {
  type FeedView,
  listFeeds,
  type Publication,
  toDigestId,
  toInstant,
  toPaperId,
} from '@broadsheet/view'
import { mostItems } from './build-current.ts'

/**
 * The addresses of all feeds, in every format, with an item that was published or changed at an instant
 * (RFC 3339) or after it; without one, that is when the newest digest came out.
 */
export function listChangedFeeds(publication: Publication, since?: string): readonly string[] {
  const newest = publication.archive.digests[0]
  if (newest === undefined) return []
  const start = Date.parse(since ?? publishedAt(publication, newest.date))
  return listFeeds(publication)
    .filter((feed) =>
      feed.keys.slice(0, mostItems).some((key) => lastChange(publication, feed, key) >= start),
    )
    .flatMap(({ formats }) => formats.map(({ url }) => url))
}

function lastChange(publication: Publication, { kind }: FeedView, key: string): number {
  const { archive, config, revisions } = publication
  const isDigest = kind === 'digests'
  const date = isDigest ? archive.bySlug.get(key)?.date : archive.papers.get(key)?.appearances[0]?.date
  const revised = revisions.get((isDigest ? toDigestId : toPaperId)(config, key))
  const instants = [...(date ? [publishedAt(publication, date)] : []), ...(revised ? [revised] : [])]
  return Math.max(...instants.map((instant) => Date.parse(instant)))
}

function publishedAt({ config }: Publication, date: string): string {
  return toInstant(date, config.publishAt, config.timeZone)
}
