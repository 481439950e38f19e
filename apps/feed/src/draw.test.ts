import { Feed } from 'feed'
import { expect, test } from 'vitest'
import { checkAtom } from './checks/check-atom.ts'
import { readXml } from './checks/read-xml.ts'

// What the `feed` library does, so that the day it changes tells us which completion can go.
const updated = new Date('2025-10-16T08:00:00Z')
const item = {
  title: 'a < b &amp; c',
  id: 'tag:broadsheet.example,2025:papers/1',
  link: 'https://broadsheet.example/papers/1/',
  date: updated,
  content: '<p>]]> and ]]></p>',
  description: 'Plain & simple',
  author: [{ name: 'Ada' }, { name: 'Grace' }],
}

function feedOf(
  parts: Partial<ConstructorParameters<typeof Feed>[0]> = {},
  itemParts: Partial<typeof item> = {},
) {
  const feed = new Feed({
    id: 'tag:a,2025:b',
    title: 'T',
    link: 'https://broadsheet.example/',
    updated,
    ...parts,
  })
  feed.addItem({ ...item, ...itemParts })
  return feed
}

test('`feed` writes Atom titles and summaries as HTML, so we write them into slots', () => {
  expect(feedOf().atom1()).toContain('<title type="html"><![CDATA[a < b &amp; c]]></title>')
  expect(feedOf().atom1()).toContain('<summary type="html">')
})

test('`feed` makes `&` of a literal `&amp;` in a text, so no text of ours goes through it', () => {
  expect(feedOf({ title: 'the entity &amp;lt;' }).atom1()).toContain('<title>the entity &amp;lt;</title>')
})

test('`feed` splits the first `]]>` of a content alone', () => {
  expect(() => readXml(feedOf().atom1())).toThrow()
})

test('`feed` lets through characters that XML cannot carry', () => {
  expect(() => readXml(feedOf({}, { title: 'bell\u0007', content: '' }).atom1())).toThrow()
})

test('`feed` leaves `<` in the attributes of a category', () => {
  const feed = new Feed({ id: 'tag:a,2025:b', title: 'T', updated })
  feed.addItem({ ...item, content: '', category: [{ term: 'p < 0.05' }] })
  expect(() => readXml(feed.atom1())).toThrow()
})

test('`feed` stamps the clock when nobody says when a feed changed', () => {
  const before = Date.now()
  const stamped = /<updated>(.*?)<\/updated>/.exec(new Feed({ title: 'T' }).atom1())?.[1] ?? ''
  expect(Date.parse(stamped)).toBeGreaterThanOrEqual(before)
})

test('`feed` writes bare names as RSS authors, and no Dublin Core', () => {
  expect(feedOf().rss2()).toContain('<author>Ada</author>')
  expect(feedOf().rss2()).not.toContain('dc:creator')
})

test('`feed` declares only the RSS namespaces that its own items use', () => {
  expect(new Feed({ title: 'T', link: 'https://broadsheet.example/', updated }).rss2()).not.toContain(
    'xmlns:content',
  )
})

test('`feed` writes JSON Feed 1 with the first author alone, and no language or hubs', () => {
  const json = JSON.parse(feedOf({ language: 'en', hub: 'https://hub.example/' }).json1())
  expect(json.version).toBe('https://jsonfeed.org/version/1')
  expect(json.items[0].author).toEqual({ name: 'Ada' })
  expect(json).not.toHaveProperty('language')
  expect(json).not.toHaveProperty('hubs')
})

test('`feed` names no language, author or archive in Atom', () => {
  const found = checkAtom(feedOf({}, { content: '', author: [] }).atom1())
  expect(found).toContain('the feed names its language')
  expect(found).toContain('an entry or its feed has an author')
})
