import type { DigestView, PaperView } from '@broadsheet/view'
import type { FeedItem } from './feed-item.ts'
import { renderPaperContent } from './paper-content.ts'

/** One paper as an item, in the category of the digest that first chose it. */
export function toPaperItem(paper: PaperView, { category }: Pick<DigestView, 'category'>): FeedItem {
  return {
    id: paper.id,
    url: paper.url,
    ...(paper.arxiv && { related: paper.arxiv.abs }),
    title: paper.title.text,
    summary: paper.excerpt,
    html: renderPaperContent(paper),
    authors: paper.authors.map(({ name }) => ({ name })),
    ...(category && { category }),
    topics: paper.topics.map((topic) => topic.name),
    published: paper.published,
    updated: paper.updated,
  }
}
