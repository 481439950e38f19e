import type { Archive, Author, Topic } from '@broadsheet/core'
import type { Config } from './config.ts'
import { hasPage } from './names.ts'
import { findNearest } from './nearest.ts'
import type { Publication } from './publication.ts'
import { type FeedLink, toFeedLinks } from './site-view.ts'
import { paths, toUrl } from './urls.ts'

/** Topics and authors have feeds of their own from this many papers on. */
const papersForFeed = 3

/**
 * One feed in all its formats. `list` is the path of the list it shows, as `paths.feed` takes it: `''` for
 * the digests, `topics/<slug>/` for a topic. `keys` are what it may hold, newest first: slugs of digests
 * when `kind` is `digests`, else paper keys. `name` is a few words for a list of feeds, `title` what a reader
 * shows; `url` is the page it belongs to. `formats` are RSS, Atom and JSON Feed, in this order.
 */
export type FeedView = {
  readonly list: string
  readonly kind: 'digests' | 'papers' | 'category' | 'topic' | 'author'
  readonly name: string
  readonly title: string
  readonly description: string
  readonly url: string
  readonly keys: readonly string[]
  readonly formats: readonly FeedLink[]
}

type FeedFacts = Omit<FeedView, 'title' | 'url' | 'formats'> & { readonly page: string }

/** Every feed there is: digests, papers, then categories, topics and authors, those with most papers first. */
export function listFeeds({ config, archive }: Pick<Publication, 'config' | 'archive'>): readonly FeedView[] {
  return [
    digestsFeed(config, archive),
    papersFeed(config, archive),
    ...categoryFeeds(config, archive),
    ...topicFeeds(config, archive),
    ...authorFeeds(config, archive),
  ]
}

function digestsFeed(config: Config, archive: Archive): FeedView {
  return toFeedView(config, {
    list: '',
    kind: 'digests',
    name: 'Digests',
    description: config.description,
    page: paths.home,
    keys: archive.digests.map((digest) => digest.slug),
  })
}

function papersFeed(config: Config, archive: Archive): FeedView {
  return toFeedView(config, {
    list: paths.papers,
    kind: 'papers',
    name: 'Papers',
    description: `Every paper of ${config.title}, one at a time.`,
    page: paths.papers,
    keys: [...archive.papers.keys()],
  })
}

function categoryFeeds(config: Config, archive: Archive): FeedView[] {
  return [...archive.categories.values()].map(({ id, papers }) => {
    const words = config.categories[id]
    return toFeedView(config, {
      list: paths.category(id),
      kind: 'category',
      name: words === undefined ? id : `${words} (${id})`,
      description: `Papers from ${id} in ${config.title}.`,
      page: paths.category(id),
      keys: papers,
    })
  })
}

function topicFeeds(config: Config, archive: Archive): FeedView[] {
  return withFeed(archive.topics, config.feed.topics).map((topic) =>
    toFeedView(config, {
      list: paths.topic(topic.slug),
      kind: 'topic',
      name: topic.name,
      description: `Papers on ${topic.name} in ${config.title}.`,
      page: hasPage(topic, config) ? paths.topic(topic.slug) : paths.topics,
      keys: topic.papers,
    }),
  )
}

function authorFeeds(config: Config, archive: Archive): FeedView[] {
  return withFeed(archive.authors, config.feed.authors).map((author) =>
    toFeedView(config, {
      list: paths.author(author.slug),
      kind: 'author',
      name: author.name,
      description: `Papers by ${author.name} in ${config.title}.`,
      page: hasPage(author, config) ? paths.author(author.slug) : paths.authors,
      keys: author.papers,
    }),
  )
}

/**
 * What the settings `feed.topics` and `feed.authors` name that the archive does not know: a line of words for each, with
 * the name that was most likely meant.
 */
export function listUnknownFeeds({
  config,
  archive,
}: Pick<Publication, 'config' | 'archive'>): readonly string[] {
  return [
    ...listUnknown('feed.topics', 'topic', config.feed.topics, archive.topics),
    ...listUnknown('feed.authors', 'author', config.feed.authors, archive.authors),
  ]
}

function listUnknown(
  setting: string,
  kind: string,
  names: readonly string[],
  groups: ReadonlyMap<string, Topic | Author>,
): readonly string[] {
  if (names.length === 0) return []
  const known = new Set([...groups.values()].flatMap(listNames).map(toLooseName))
  return names
    .filter((name) => !known.has(toLooseName(name)))
    .map((name) => {
      const nearest = findNearest(
        name,
        [...groups.values()].map((group) => group.name),
      )
      const hint = nearest === undefined ? '' : `; did you mean \`${nearest}\`?`
      return `${setting}: no paper has the ${kind} \`${name}\`, so it has no feed${hint}`
    })
}

function listNames({ slug, name, spellings }: Topic | Author): readonly string[] {
  return [slug, name, ...spellings]
}

/** Those with enough papers, and those the configuration names by any of their spellings. */
function withFeed<Group extends Topic | Author>(
  groups: ReadonlyMap<string, Group>,
  names: readonly string[],
): Group[] {
  const wanted = new Set(names.map(toLooseName))
  const isWanted = (group: Group): boolean =>
    wanted.size > 0 && listNames(group).some((spelling) => wanted.has(toLooseName(spelling)))
  return [...groups.values()].filter((group) => group.papers.length >= papersForFeed || isWanted(group))
}

function toLooseName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

function toFeedView(config: Config, { page, ...facts }: FeedFacts): FeedView {
  const title = facts.kind === 'digests' ? config.title : `${config.title}: ${facts.name}`
  return {
    ...facts,
    title,
    url: toUrl(config, page),
    formats: toFeedLinks(config, 'site', facts.list, title),
  }
}
