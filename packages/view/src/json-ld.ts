import type { DigestView } from './digest-view.ts'
import type { PaperView } from './paper-view.ts'
import { formatPerson, type Person } from './references/person.ts'
import type { Reference } from './references/reference.ts'
import type { SiteView } from './site-view.ts'

/** Linked data as JSON, to be written with `renderJsonLd`. */
export type JsonLd = { readonly '@context': 'https://schema.org'; readonly '@type': string } & Readonly<
  Record<string, unknown>
>

/** The text of a `<script type="application/ld+json">`: nothing in it can end the element or begin another. */
export function renderJsonLd(data: JsonLd): string {
  return JSON.stringify(data).replace(/</g, '\\u003c')
}

/** A paper's page: the article itself, known by its DOI, with our page as the one about it. */
export function toPaperJsonLd(view: PaperView, reference: Reference, site: SiteView): JsonLd {
  const { arxiv, abstract, keywords, year, month } = reference
  return {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    '@id': arxiv ? `https://doi.org/${arxiv.doi}` : reference.url,
    headline: reference.title,
    name: reference.title,
    author: reference.authors.map(toAgent),
    datePublished: `${year}-${String(month).padStart(2, '0')}`,
    url: reference.url,
    mainEntityOfPage: {
      '@type': 'WebPage',
      '@id': view.url,
      inLanguage: site.language,
      datePublished: view.published,
      dateModified: view.updated,
      isPartOf: toWebSite(site),
    },
    ...(arxiv && toArxivProperties(arxiv)),
    ...(abstract && { abstract }),
    ...(keywords.length > 0 && { keywords }),
  }
}

/** A digest's page: a collection with its papers in order. */
export function toDigestJsonLd(view: DigestView, site: SiteView): JsonLd {
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    '@id': view.url,
    url: view.url,
    name: view.title,
    description: view.excerpt,
    inLanguage: site.language,
    datePublished: view.published,
    dateModified: view.updated,
    publisher: toPublisher(site),
    isPartOf: toWebSite(site),
    ...(view.category && { about: view.category.name }),
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: view.papers.length,
      itemListElement: view.papers.map(({ number, url, title }) => ({
        '@type': 'ListItem',
        position: number,
        url,
        name: title.text,
      })),
    },
  }
}

/** The home page: the site, and how to search it at `searchUrl`, which ends where the words go. */
export function toSiteJsonLd(site: SiteView, searchUrl: string): JsonLd {
  return {
    '@context': 'https://schema.org',
    ...toWebSite(site),
    description: site.description,
    inLanguage: site.language,
    publisher: toPublisher(site),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${searchUrl}{search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  }
}

function toArxivProperties({ id, doi, pdf }: NonNullable<Reference['arxiv']>): object {
  return {
    identifier: [
      { '@type': 'PropertyValue', propertyID: 'arXiv', value: id },
      { '@type': 'PropertyValue', propertyID: 'DOI', value: doi },
    ],
    publisher: { '@type': 'Organization', name: 'arXiv', url: 'https://arxiv.org/' },
    encoding: { '@type': 'MediaObject', encodingFormat: 'application/pdf', contentUrl: pdf },
  }
}

function toAgent(person: Person): object {
  const name = formatPerson(person, 'given first')
  if ('literal' in person) return { '@type': 'Organization', name }
  const { given, family, particle } = person
  return {
    '@type': 'Person',
    name,
    givenName: given,
    familyName: [particle, family].filter(Boolean).join(' '),
  }
}

function toWebSite({ title, url }: SiteView) {
  return { '@type': 'WebSite', '@id': url, name: title, url } as const
}

function toPublisher({ publisher, url }: SiteView): object {
  return { '@type': 'Organization', name: publisher.name, url: publisher.url ?? url }
}
