import { expect, test } from 'vitest'
import { toDigestView } from './digest-view.ts'
import { twoDays } from './examples.fixture.ts'
import { renderJsonLd, toDigestJsonLd, toPaperJsonLd, toSiteJsonLd } from './json-ld.ts'
import { toReferences } from './references/reference.ts'
import { toSiteView } from './site-view.ts'

const site = toSiteView(twoDays.config, 'site')
const [digest] = twoDays.archive.digests.map((found) => toDigestView(found, twoDays))
const paper = digest?.papers[0]
const reference = toReferences(twoDays).get('2510.14853')
if (digest === undefined || paper === undefined || reference === undefined) throw new Error('no example')

test('a paper is a scholarly article by its authors, known by its DOI, and our page is about it', () => {
  expect(toPaperJsonLd(paper, reference, site)).toMatchObject({
    '@type': 'ScholarlyArticle',
    '@id': 'https://doi.org/10.48550/arXiv.2510.14853',
    headline: 'λ-Routing: Rewiring Experts & <Co>',
    author: [
      { '@type': 'Person', name: 'Guinan Su', givenName: 'Guinan', familyName: 'Su' },
      { '@type': 'Person', name: 'Laurens van der Maaten', familyName: 'van der Maaten' },
      { '@type': 'Organization', name: 'Qwen Team' },
    ],
    datePublished: '2025-10',
    mainEntityOfPage: { '@id': 'https://fold.example/news/papers/2510.14853/' },
  })
})

test('a digest is a collection with its papers in order', () => {
  expect(toDigestJsonLd(digest, site)).toMatchObject({
    '@type': 'CollectionPage',
    about: 'Computation and Language',
    mainEntity: {
      numberOfItems: 2,
      itemListElement: [{ position: 1 }, { position: 2, name: 'A Planner of Experts' }],
    },
  })
})

test('the site says how it is searched', () => {
  expect(JSON.stringify(toSiteJsonLd(site, 'https://broadsheet.example/search/?q='))).toContain(
    'https://broadsheet.example/search/?q={search_term_string}',
  )
})

test('nothing in the data can end its script element, and the data stays what it is', () => {
  const data = { '@context': 'https://schema.org', '@type': 'Thing', name: '</script><!--<script>' } as const
  expect(renderJsonLd(data)).not.toContain('<')
  expect(JSON.parse(renderJsonLd(data))).toEqual(data)
})
