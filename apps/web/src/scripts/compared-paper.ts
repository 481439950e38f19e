/** What the comparison needs of `/api/v1/papers/<id>.json`; texts are HTML. */
export type ComparedPaper = {
  readonly title: string
  readonly url: string
  readonly authors: readonly string[]
  readonly texts: Readonly<Partial<Record<TextName, string>>>
}

const textNames = ['abstract', 'strengths', 'weaknesses', 'assessment'] as const

type TextName = (typeof textNames)[number]

/** More than this many columns can be read on no screen. */
const mostPapers = 6

/** The paper keys of `?ids=a,b,c`, each once, six at most. */
export function toComparedKeys(ids: string): readonly string[] {
  const keys = ids.split(',').map((key) => key.trim())
  return [...new Set(keys)].filter((key) => key !== '').slice(0, mostPapers)
}

/** Reads the JSON of a paper; what is not of its shape gives undefined. */
export function parsePaper(value: unknown): ComparedPaper | undefined {
  if (!isRecord(value)) return undefined
  const { title, url, authors, texts } = value
  if (typeof title !== 'string' || typeof url !== 'string' || !URL.canParse(url)) return undefined
  return {
    title,
    url,
    authors: Array.isArray(authors) ? authors.filter((name) => typeof name === 'string') : [],
    texts: isRecord(texts) ? readTexts(texts) : {},
  }
}

function readTexts(texts: Record<string, unknown>): ComparedPaper['texts'] {
  const found: Partial<Record<TextName, string>> = {}
  for (const name of textNames) {
    const text = texts[name]
    if (isRecord(text) && typeof text.html === 'string') found[name] = text.html
  }
  return found
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
