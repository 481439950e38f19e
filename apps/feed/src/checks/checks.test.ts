import { expect, test } from 'vitest'
import { buildInMemory } from '../build-in-memory.fixture.ts'
import { exampleDigest, publish } from '../publication.fixture.ts'
import { checkAtom } from './check-atom.ts'
import { checkContent } from './check-content.ts'
import { checkJsonFeed } from './check-json-feed.ts'
import { checkRss } from './check-rss.ts'

// A check that refuses nothing proves nothing: each of these breaks a valid document in one place.
const built = buildInMemory(
  publish([exampleDigest('2025-10-16', [{ id: '2510.00001' }, { id: '2510.00002' }])]),
)
const read = (path: string) => built.get(path) ?? ''

test.each([
  ['no entry date', /<updated>(?!.*<updated>).*?<\/updated>/s, ''],
  ['two titles', /<title>/, '<title>a</title><title>'],
  ['a date without a zone', /T06:00:00Z</, 'T06:00:00<'],
  ['an id that is no IRI', /<id>tag:/, '<id>'],
  ['an element that Atom does not know', /<entry>/, '<entry><guid/>'],
  ['a category without a term', /term="cs.CL"/, ''],
  ['no language', /xml:lang="en"/, ''],
  ['two entries of one id', /papers\/2510.00002<\/id>/, 'papers/2510.00001</id>'],
  ['an address that is relative', /<link href="https:\/\/broadsheet.example/, '<link href="'],
])('Atom with %s is refused', (_, part, broken) => {
  const valid = read('papers/atom.xml')
  expect(checkAtom(valid)).toEqual([])
  expect(valid).toMatch(part)
  expect(checkAtom(valid.replace(part, broken))).not.toEqual([])
})

test.each([
  ['a bare name as its author', /<item>/, '<item><author>Ada</author>'],
  ['a guid that claims to be an address', /isPermaLink="false"/, ''],
  ['a date of Atom', /<pubDate>.*?</, '<pubDate>2025-10-16T06:00:00Z<'],
  ['the wrong day of the week', /<pubDate>Thu/, '<pubDate>Mon'],
  ['no description of the channel', /<description>.*?<\/description>/, ''],
  ['no link to itself', /rel="self"/, 'rel="alternate"'],
  ['an element that RSS does not know', /<item>/, '<item><summary/>'],
])('RSS with %s is refused', (_, part, broken) => {
  const valid = read('papers/rss.xml')
  expect(checkRss(valid)).toEqual([])
  expect(valid).toMatch(part)
  expect(checkRss(valid.replace(part, broken))).not.toEqual([])
})

test.each([
  ['the version before', /version\/1.1/, 'version/1'],
  ['an author of version 1', /"items"/, '"author": {}, "items"'],
  ['an id that is a number', /"id":"[^"]*"/, '"id":1'],
  ['an item of no content', /"content_html"/, '"_content"'],
  [
    'itself as the next page',
    /"next_url": "[^"]*"/,
    '"next_url": "https://broadsheet.example/papers/feed.json"',
  ],
])('a JSON Feed with %s is refused', (_, part, broken) => {
  const valid = read('papers/feed.json')
  expect(checkJsonFeed(valid)).toEqual([])
  expect(valid).toMatch(part)
  expect(checkJsonFeed(valid.replace(part, broken))).not.toEqual([])
})

test.each([
  '<p class="lead">a</p>',
  '<p style="color:red">a</p>',
  '<script>a</script>',
  '<p>a',
  '<em><strong>a</em></strong>',
  '<a href="/papers/">a</a>',
  '<a href="javascript:alert(1)">a</a>',
  '<img src="https://x.example/a.png" onerror="b">',
])('content of %s is refused', (html) => expect(checkContent(html)).not.toEqual([]))

test('text that looks like markup is content like any other', () => {
  expect(checkContent('<p>&lt;script&gt; <math><mi>x</mi><mo>&lt;</mo></math> <br>&amp;</p>')).toEqual([])
})
