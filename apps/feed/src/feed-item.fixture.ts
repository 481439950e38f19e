import fc from 'fast-check'
import type { FeedDocument } from './feed-document.ts'
import type { FeedItem } from './feed-item.ts'

const hostile = fc.constantFrom(
  ']]>',
  ']]>]]>',
  ']]',
  '>',
  '<',
  '&',
  '&amp;',
  '&amp;lt;',
  '&#0;',
  '"',
  "'",
  '<script>alert(1)</script>',
  '</item>',
  '</entry>',
  '<item>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?xml?>',
  '\u0000',
  '\u0008',
  '\u001b',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '\r',
  '\r\n',
  '\n',
  '\t',
  ' ',
  '\ue000title\ue001',
  '\ue000html\ue001',
  '$&',
  '$1',
  '\u2028',
  '\u{1f600}',
  'é',
  'λ',
)

/** Text of everything that could break a document, between words. */
export const hostileText = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 6 }), fc.lorem({ maxCount: 3 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))

const name = hostileText.filter((text) => text.trim() !== '')

const instant = fc
  .integer({ min: Date.parse('1991-08-14'), max: Date.parse('2100-01-01') })
  .map((time) => new Date(time - (time % 1000)).toISOString().replace('.000Z', 'Z'))

const address = fc.webUrl({ validSchemes: ['https'] }).map((url) => new URL(url).href)

const tagUri = fc
  .stringMatching(/^[a-z0-9.-]{1,12}$/)
  .map((key) => `tag:broadsheet.example,2025:papers/${key}`)

/** Any item that a view could become, with hostile text in every place for text. */
export const feedItem: fc.Arbitrary<FeedItem> = fc.record(
  {
    id: tagUri,
    url: address,
    related: address,
    title: hostileText,
    summary: hostileText,
    html: hostileText,
    authors: fc.array(fc.record({ name, url: address }, { requiredKeys: ['name'] }), { maxLength: 4 }),
    category: fc.record({ id: name, name }),
    topics: fc.array(name, { maxLength: 4 }),
    published: instant,
    updated: instant,
  },
  { requiredKeys: ['id', 'url', 'title', 'summary', 'html', 'authors', 'topics', 'published', 'updated'] },
)

/** Any document that a configuration could make. */
export const feedDocument: fc.Arbitrary<FeedDocument> = fc
  .record(
    {
      id: fc.constant('tag:broadsheet.example,2025:feeds/papers'),
      title: name,
      description: name,
      language: fc.constantFrom('en', 'de-CH', 'ar'),
      home: address,
      publisher: fc.record(
        { name, email: fc.constant('editor@broadsheet.example'), url: address },
        { requiredKeys: ['name'] },
      ),
      hub: address,
      updated: instant,
      archived: fc.boolean(),
    },
    { requiredKeys: ['id', 'title', 'description', 'language', 'home', 'publisher', 'updated', 'archived'] },
  )
  .map(({ archived, ...document }) => ({
    ...document,
    links: (file) => ({
      self: `https://broadsheet.example/papers/${file}`,
      older: `https://broadsheet.example/papers/archive/2025-10/${file}`,
      ...(archived && {
        current: `https://broadsheet.example/${file}`,
        newer: `https://broadsheet.example/n/${file}`,
      }),
    }),
  }))
