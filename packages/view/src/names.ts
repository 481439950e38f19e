import type { Archive, Author, PaperEntry, Topic } from '@broadsheet/core'
import type { Config } from './config.ts'
import { toPlainWords } from './line.ts'
import { paths, toHref } from './urls.ts'
import type { ViewContext } from './view-context.ts'

/** A name that may have a page of its own; without `href` it has none. */
export type NameView = { readonly name: string; readonly slug: string; readonly href?: string }

/** Whether a topic or an author has enough papers for a page. */
export function hasPage({ papers }: Topic | Author, config: Config): boolean {
  return papers.length >= config.topics.minimumPapers
}

/**
 * An archive as far as the views of digests and papers go: topics and authors with no more of their oldest papers than
 * say whether they have a page. One paper more of a known topic changes nothing in it, and so no page that names it.
 */
export function toNamedArchive(archive: Archive, config: Config): Archive {
  const shorten = <Group extends Topic | Author>(groups: ReadonlyMap<string, Group>) =>
    new Map(groups.entries().map(([slug, group]) => [slug, { ...group, papers: group.papers.slice(-few) }]))
  const few = config.topics.minimumPapers
  return { ...archive, topics: shorten(archive.topics), authors: shorten(archive.authors) }
}

/**
 * A topic with a link when enough papers have it; undefined when the archive does not know it. In feeds it keeps
 * the name it had first: an item must not change because another spelling has become the commonest.
 */
export function toTopicName(slug: string, context: ViewContext): NameView | undefined {
  const topic = context.archive.topics.get(slug)
  if (topic === undefined) return undefined
  const name = context.channel === 'feed' ? toFirstName(topic, context) : topic.name
  return withPage(name, topic, paths.topic(slug), context)
}

/** The authors in their order and in the spelling of this paper, with links to those of enough papers. */
export function toAuthorNames(
  authors: readonly string[],
  entry: PaperEntry | undefined,
  context: ViewContext,
): readonly NameView[] {
  const known = (entry?.authors ?? []).flatMap((slug) => context.archive.authors.get(slug) ?? [])
  return authors.map((name) => {
    const author = known.find((candidate) => isSpelledSo(candidate, name))
    if (author === undefined) return { name: toPlainWords(name), slug: '' }
    return withPage(name, author, paths.author(author.slug), context)
  })
}

/** Names for a line with little room: up to four authors, or three and how many others. */
export function formatAuthors(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  const last = names.length > 4 ? `${names.length - 3} others` : (names.at(-1) ?? '')
  return `${names.slice(0, Math.min(names.length - 1, 3)).join(', ')} and ${last}`
}

/** As its oldest paper spells a topic, unless the configuration says how it is spelled. */
function toFirstName({ name, papers, spellings }: Topic, { archive, config }: ViewContext): string {
  const oldest = archive.papers.get(papers.at(-1) ?? '')?.paper
  const first = oldest?.keywords.find((keyword) => spellings.includes(keyword))
  return first === undefined || Object.values(config.topics.aliases).includes(name) ? name : first
}

function isSpelledSo(author: Author, name: string): boolean {
  return author.name === name || author.spellings.includes(name)
}

function withPage(
  name: string,
  known: Topic | Author,
  path: string,
  { config, channel }: ViewContext,
): NameView {
  return {
    name: toPlainWords(name),
    slug: known.slug,
    ...(hasPage(known, config) && { href: toHref(config, channel, path) }),
  }
}
