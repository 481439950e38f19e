import type { DigestView, PaperView, SiteView } from '@broadsheet/view'

/** The words of a picture: a line above the title, the title, lines below it, and what stands at the foot. */
export type Card = {
  readonly kicker: string
  readonly title: string
  readonly lines: readonly string[]
  readonly foot: readonly [string, string]
}

/** A digest: its day, how many papers it chose, and the first three of them. */
export function toDigestCard(view: DigestView, site: SiteView): Card {
  return {
    kicker: view.category === undefined ? 'Digest' : `${view.category.id} · ${view.category.name}`,
    title: view.dateWords,
    lines: view.papers.slice(0, 3).map(({ title }) => title.text),
    foot: [site.title, view.countWords],
  }
}

/** A paper: its title and authors, and the day on which it was chosen. */
export function toPaperCard(view: PaperView, site: SiteView): Card {
  const { arxiv, comments } = view
  const id = arxiv === undefined ? 'Paper' : `arXiv ${arxiv.id}`
  return {
    kicker: [id, comments?.venue].filter(Boolean).join(' · '),
    title: view.title.text,
    lines: [view.authorWords],
    foot: [site.title, view.digest.dateWords],
  }
}

/** The publication itself. */
export function toSiteCard({ title, description, url }: SiteView): Card {
  return { kicker: '', title, lines: [description], foot: [new URL(url).host, ''] }
}
