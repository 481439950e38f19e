import type { SimilarPaper } from '@broadsheet/core'
import type { Config } from './config.ts'
import type { PaperView } from './paper-view.ts'
import type { Prose } from './prose.ts'
import type { Reference } from './references/reference.ts'
import { paths, referenceFormats, toUrl } from './urls.ts'

/** A text as its author wrote it, and as HTML that is safe to show and whose links are those of the site. */
type ApiText = { readonly markdown: string; readonly html: string }

type Texts = 'abstract' | 'summary' | 'critique' | 'strengths' | 'weaknesses' | 'assessment'

/** A paper as `/api/v1/papers/<id>.json` gives it. Absent fields are absent; dates are RFC 3339. */
export type ApiPaper = {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly titleHtml: string
  readonly citationKey: string
  readonly authors: readonly string[]
  readonly topics: readonly { readonly slug: string; readonly name: string }[]
  readonly arxiv?: PaperView['arxiv'] & { readonly doi: string }
  readonly comments?: string
  readonly venue?: string
  readonly links: readonly { readonly kind: string; readonly url: string }[]
  readonly texts: Readonly<Partial<Record<Texts, ApiText>>>
  readonly digests: readonly { readonly slug: string; readonly date: string; readonly url: string }[]
  readonly similar: readonly { readonly id: string; readonly score: number; readonly url: string }[]
  readonly published: string
  readonly updated: string
  readonly formats: Readonly<Record<string, string>>
}

/** A paper for other programs. `similar` are the papers most like it. */
export function toApiPaper(
  view: PaperView,
  reference: Reference,
  similar: readonly SimilarPaper[],
  config: Config,
): ApiPaper {
  const { comments } = view
  return {
    id: view.key,
    url: view.url,
    title: view.title.text,
    titleHtml: view.title.html,
    citationKey: reference.key,
    authors: view.authors.map(({ name }) => name),
    topics: view.topics.map(({ slug, name }) => ({ slug, name })),
    ...(view.arxiv && reference.arxiv && { arxiv: { ...view.arxiv, doi: reference.arxiv.doi } }),
    ...(comments && { comments: comments.line.text }),
    ...(comments?.venue && { venue: comments.venue }),
    links: (comments?.links ?? []).map(({ kind, href }) => ({ kind, url: href })),
    texts: toTexts(view),
    digests: [view.digest, ...view.otherDigests].map(({ slug, date }) => ({
      slug,
      date,
      url: toUrl(config, paths.digest(slug)),
    })),
    similar: similar.map(({ key, score }) => ({
      id: key,
      score,
      url: toUrl(config, paths.paper(key)),
    })),
    published: view.published,
    updated: view.updated,
    formats: toFormats(view.key, config),
  }
}

function toTexts({ abstract, summary, critique }: PaperView): ApiPaper['texts'] {
  const { whole, strengths, weaknesses, assessment } = critique ?? {}
  const texts = { abstract, summary, critique: whole, strengths, weaknesses, assessment }
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, prose]) => (prose === undefined ? [] : [[name, toText(prose)]])),
  )
}

/** HTML takes long to make and not everybody asks for it. */
function toText(prose: Prose): ApiText {
  return {
    markdown: prose.markdown,
    get html() {
      return prose.html
    },
  }
}

function toFormats(key: string, config: Config): ApiPaper['formats'] {
  const files = referenceFormats.map(({ suffix }) => [
    suffix,
    toUrl(config, paths.paperReference(key, suffix)),
  ])
  return Object.fromEntries([['md', toUrl(config, paths.paperMarkdown(key))], ...files])
}
