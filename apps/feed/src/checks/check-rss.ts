import { checkChildren } from './check-children.ts'
import { isRfc822 } from './check-instant.ts'
import { expectThat } from './expect-that.ts'
import { childrenOf, readXml, textOf, type XmlElement } from './read-xml.ts'

const plain = (local: string) => `{}${local}`
const atomLink = '{http://www.w3.org/2005/Atom}link'
const content = '{http://purl.org/rss/1.0/modules/content/}encoded'
const creator = '{http://purl.org/dc/elements/1.1/}creator'

/** How often the specification allows each child: [least, most]. */
const channelChildren = {
  title: [1, 1],
  link: [1, 1],
  description: [1, 1],
  category: [0, Infinity],
  cloud: [0, 1],
  copyright: [0, 1],
  docs: [0, 1],
  generator: [0, 1],
  image: [0, 1],
  language: [0, 1],
  lastBuildDate: [0, 1],
  managingEditor: [0, 1],
  pubDate: [0, 1],
  rating: [0, 1],
  skipDays: [0, 1],
  skipHours: [0, 1],
  textInput: [0, 1],
  ttl: [0, 1],
  webMaster: [0, 1],
  item: [0, Infinity],
} as const
const itemChildren = {
  author: [0, 1],
  category: [0, Infinity],
  comments: [0, 1],
  description: [0, 1],
  enclosure: [0, 1],
  guid: [1, 1],
  link: [1, 1],
  pubDate: [1, 1],
  source: [0, 1],
  title: [1, 1],
} as const

const mailbox = /^[^@\s]+@[^@\s]+ \(.+\)$/s

/** What breaks the RSS Advisory Board's profile. @see https://www.rssboard.org/rss-profile */
export function checkRss(xml: string): readonly string[] {
  const rss = readXml(xml)
  const [channel, ...others] = rss.children
  if (channel === undefined) return ['there is no channel']
  const items = childrenOf(channel, plain('item'))
  const guids = items.map((item) => textOf(item, plain('guid')))
  const editor = textOf(channel, plain('managingEditor'))
  return [
    ...expectThat(rss.name === plain('rss') && rss.attributes.version === '2.0', 'the root is rss 2.0'),
    ...expectThat(others.length === 0 && channel.name === plain('channel'), 'there is one channel'),
    ...checkChildren(channel, plain, channelChildren),
    ...checkAddresses(channel),
    ...expectThat(isRfc822(textOf(channel, plain('lastBuildDate')) ?? ''), 'lastBuildDate is RFC 822'),
    ...expectThat(editor === undefined || mailbox.test(editor), 'managingEditor is a mailbox with a name'),
    ...checkSelf(channel),
    ...expectThat(new Set(guids).size === items.length, 'guids differ'),
    ...items.flatMap(checkItem),
  ]
}

function checkItem(item: XmlElement): string[] {
  const author = textOf(item, plain('author'))
  const guid = childrenOf(item, plain('guid'))[0]
  return [
    ...checkChildren(item, plain, itemChildren),
    ...checkAddresses(item),
    ...expectThat(isRfc822(textOf(item, plain('pubDate')) ?? ''), 'pubDate is RFC 822'),
    ...expectThat(author === undefined || mailbox.test(author), 'author is a mailbox'),
    ...expectThat(guid?.attributes.isPermaLink === 'false', 'a guid that is no address says so'),
    ...expectThat(childrenOf(item, content).length === 1, 'an item has its content once'),
    ...expectThat(
      childrenOf(item, creator).every(({ text }) => text !== ''),
      'creators have names',
    ),
    ...expectThat(
      childrenOf(item, plain('category')).every(({ text }) => text !== ''),
      'categories have names',
    ),
  ]
}

function checkAddresses(parent: XmlElement): string[] {
  const links = childrenOf(parent, plain('link')).map(({ text }) => text)
  return links.flatMap((link) =>
    expectThat(/^https?:/.test(link) && URL.canParse(link), `${link} is absolute`),
  )
}

function checkSelf(channel: XmlElement): string[] {
  const self = childrenOf(channel, atomLink).filter(({ attributes }) => attributes.rel === 'self')
  return expectThat(
    self.length === 1 && self[0]?.attributes.type === 'application/rss+xml',
    'one link to itself',
  )
}
