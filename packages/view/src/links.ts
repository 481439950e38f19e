import { type Archive, toPaperKey } from '@broadsheet/core'
import { findLinkedId } from './arxiv-link.ts'
import type { Channel } from './channel.ts'
import type { Config } from './config.ts'
import { safeLink } from './safe-link.ts'
import { absoluteUrl, paths, toHref } from './urls.ts'

/** Where a link leads; `paper` is that paper's number in the same digest, `label` a name for the address. */
export type LinkTarget = { readonly href: string; readonly paper?: number; readonly label?: string }

/** What reading a text needs to know about addresses. */
export type ProseLinks = {
  readonly resolve: (address: string) => LinkTarget | undefined
  readonly isKnownId: (id: string) => boolean
}

/** The place of a paper in the digest whose text is read: its number and the address of its section. */
export type PaperPlace = { readonly number: number; readonly href: string }

/**
 * `papers` are those of the digest the text stands in, by arXiv id; `self` is the id of the paper whose own
 * text this is: its arXiv address leads to arXiv and not back to where the reader is.
 */
export type LinkContext = {
  readonly channel: Channel
  readonly config: Config
  readonly archive: Archive
  readonly papers: ReadonlyMap<string, PaperPlace>
  readonly self?: string | undefined
}

/**
 * A link to a paper leads to its section in this digest, else to its page here, else to arXiv; whatever the
 * scheme, the host's spelling or the version of the address. Other addresses stay what they are, if safe. In a
 * feed only this digest counts: an item must not change because a paper that it cites is published later.
 */
export function toProseLinks(context: LinkContext): ProseLinks {
  return {
    resolve: (address) => {
      const href = safeLink(address) ?? toOwnAddress(address, context)
      const id = href === undefined ? undefined : findLinkedId(href)
      if (href === undefined || id === undefined) return href === undefined ? undefined : { href }
      return toPaperTarget(href, id, context)
    },
    isKnownId: (id) => context.papers.has(id),
  }
}

function toPaperTarget(href: string, id: string, context: LinkContext): LinkTarget {
  const place = id === context.self ? undefined : context.papers.get(id)
  if (place !== undefined) return { href: place.href, paper: place.number, label: id }
  const key = toPaperKey({ arxiv: { id }, title: '' })
  const isOurs = context.channel !== 'feed' && context.archive.papers.has(key)
  // Inside this publication the number says enough; outside it says whose number it is.
  if (id === context.self || !isOurs) return { href, label: `arXiv:${id}` }
  return { href: toHref(context.config, context.channel, paths.paper(key)), label: id }
}

/** An address relative to the publication's host, such as the permalink of another digest. */
function toOwnAddress(address: string, context: LinkContext): string | undefined {
  if (!/^\/[^/\\]/.test(address)) return undefined
  const slug =
    address
      .replace(/[?#].*$/, '')
      .replace(/\/$/, '')
      .replace(/\.md$/, '')
      .split('/')
      .at(-1) ?? ''
  if (context.archive.bySlug.has(slug)) return toHref(context.config, context.channel, paths.digest(slug))
  const absolute = absoluteUrl(context.config, address)
  return absolute === undefined ? undefined : safeLink(absolute)
}
