import type { PaperEntry } from '@broadsheet/core'
import { toDigestLink } from './digest-link.ts'
import { placeFirst } from './digest-papers.ts'
import { toLine, toPlainWords, toTitle } from './line.ts'
import { formatAuthors } from './names.ts'
import type { PaperView } from './paper-view.ts'
import { paths, toHref } from './urls.ts'
import type { ViewContext } from './view-context.ts'

/** What a list shows of a paper, in the words of its `PaperView`. */
export type PaperLine = Pick<
  PaperView,
  'key' | 'href' | 'title' | 'authorWords' | 'digest' | 'digestHref'
> & { readonly venue?: string }

/** A paper as a list shows it: made without its texts, topics and other digests, since lists name every paper. */
export function toPaperLine(entry: PaperEntry, view: ViewContext): PaperLine {
  const { paper, key, anchor, digest } = placeFirst(entry, view)
  const { config, channel } = view
  const context = { ...view, papers: new Map<string, never>(), headingLevel: 1, self: paper.arxiv?.id }
  const venue = paper.comments?.venue
  return {
    key,
    href: toHref(config, channel, paths.paper(key)),
    title: toTitle(paper.title, context),
    authorWords: formatAuthors(paper.authors.map(toPlainWords)),
    digest: toDigestLink(digest, view),
    digestHref: toHref(config, channel, paths.digestPaper(digest.slug, anchor)),
    ...(venue !== undefined && { venue: toLine(venue, context).text }),
  }
}
