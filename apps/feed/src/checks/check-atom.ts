import { checkChildren } from './check-children.ts'
import { isRfc3339 } from './check-instant.ts'
import { expectThat } from './expect-that.ts'
import { childrenOf, readXml, textOf, type XmlElement } from './read-xml.ts'

const atom = (local: string) => `{http://www.w3.org/2005/Atom}${local}`
const fh = (local: string) => `{http://purl.org/syndication/history/1.0}${local}`

/** How often RFC 4287 allows each child: [least, most]. Elements that are not named may not stand there. */
const feedChildren = {
  id: [1, 1],
  title: [1, 1],
  updated: [1, 1],
  generator: [0, 1],
  icon: [0, 1],
  logo: [0, 1],
  rights: [0, 1],
  subtitle: [0, 1],
  author: [0, Infinity],
  category: [0, Infinity],
  contributor: [0, Infinity],
  link: [0, Infinity],
  entry: [0, Infinity],
} as const
const entryChildren = {
  id: [1, 1],
  title: [1, 1],
  updated: [1, 1],
  content: [0, 1],
  published: [0, 1],
  rights: [0, 1],
  source: [0, 1],
  summary: [0, 1],
  author: [0, Infinity],
  category: [0, Infinity],
  contributor: [0, Infinity],
  link: [0, Infinity],
} as const
const personChildren = { name: [1, 1], uri: [0, 1], email: [0, 1] } as const

/** What breaks RFC 4287 and RFC 5005 in an Atom document; nothing when it is valid. */
export function checkAtom(xml: string): readonly string[] {
  const feed = readXml(xml)
  const entries = childrenOf(feed, atom('entry'))
  return [
    ...expectThat(feed.name === atom('feed'), 'the root is atom:feed'),
    ...expectThat(feed.attributes['xml:lang'] !== undefined, 'the feed names its language'),
    ...checkChildren(feed, atom, feedChildren),
    ...checkParts(feed),
    ...checkHistory(feed),
    ...expectThat(linksOf(feed, 'self').length === 1, 'the feed has one link to itself'),
    ...expectThat(
      new Set(entries.map((entry) => textOf(entry, atom('id')))).size === entries.length,
      'ids differ',
    ),
    ...entries.flatMap((entry) => checkEntry(entry, feed)),
  ]
}

function checkEntry(entry: XmlElement, feed: XmlElement): string[] {
  const authors = [entry, feed].flatMap((parent) => childrenOf(parent, atom('author')))
  const contents = childrenOf(entry, atom('content'))
  return [
    ...checkChildren(entry, atom, entryChildren),
    ...checkParts(entry),
    ...expectThat(authors.length > 0, 'an entry or its feed has an author'),
    ...expectThat(linksOf(entry, 'alternate').length === 1, 'an entry has one page'),
    ...contents.flatMap((content) => expectThat(content.attributes.type === 'html', 'content is HTML')),
  ]
}

function checkParts(parent: XmlElement): string[] {
  const texts = ['title', 'subtitle', 'summary', 'rights', 'content'].flatMap((name) =>
    childrenOf(parent, atom(name)),
  )
  const instants = ['updated', 'published'].flatMap((name) => childrenOf(parent, atom(name)))
  const people = ['author', 'contributor'].flatMap((name) => childrenOf(parent, atom(name)))
  const addresses = [
    ...childrenOf(parent, atom('id')).map(({ text }) => text),
    ...childrenOf(parent, atom('link')).map(({ attributes }) => attributes.href ?? ''),
    ...people.flatMap((person) => childrenOf(person, atom('uri')).map(({ text }) => text)),
  ]
  return [
    ...texts.flatMap((text) => expectThat(text.children.length === 0, `${text.name} holds text alone`)),
    ...instants.flatMap(({ text }) => expectThat(isRfc3339(text), `${text} is RFC 3339`)),
    ...people.flatMap((person) => checkChildren(person, atom, personChildren)),
    ...addresses.flatMap((address) => expectThat(URL.canParse(address), `${address} is an absolute IRI`)),
    ...childrenOf(parent, atom('category')).flatMap(({ attributes }) =>
      expectThat((attributes.term ?? '') !== '', 'a category has a term'),
    ),
  ]
}

/** RFC 5005, section 4. */
function checkHistory(feed: XmlElement): string[] {
  const isArchive = childrenOf(feed, fh('archive')).length === 1
  return [
    ...expectThat(
      linksOf(feed, 'current').length === (isArchive ? 1 : 0),
      'an archive alone links the current feed',
    ),
    ...expectThat(isArchive || linksOf(feed, 'next-archive').length === 0, 'archives alone have a next one'),
    ...expectThat(linksOf(feed, 'prev-archive').length <= 1, 'there is at most one archive before'),
  ]
}

function linksOf(parent: XmlElement, rel: string): readonly XmlElement[] {
  return childrenOf(parent, atom('link')).filter(({ attributes }) => (attributes.rel ?? 'alternate') === rel)
}
