import type { Config } from './config.ts'

/**
 * The identity of a digest in feeds: an RFC 4151 tag URI. It is made of the config's `feed.authority` and
 * `feed.year` alone, so that it outlives a move to another host or path.
 * @see https://www.rfc-editor.org/rfc/rfc4151
 */
export function toDigestId(config: Config, slug: string): string {
  return toTagUri(config, `digests/${slug}`)
}

/** The identity of a paper in feeds: a tag URI of its key. */
export function toPaperId(config: Config, key: string): string {
  return toTagUri(config, `papers/${key}`)
}

/** The identity of a feed, of the list it shows: `''` for digests, `papers/`, `topics/<slug>/`. */
export function toFeedId(config: Config, list: string): string {
  return toTagUri(config, `feeds/${list.replace(/\/$/, '')}`)
}

function toTagUri(config: Config, specific: string): string {
  return `tag:${config.feed.authority},${config.feed.year}:${encodeURI(specific)}`
}
