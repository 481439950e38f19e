const address =
  /^https?:\/\/(?:[a-z]+\.)?arxiv\.org\/(?:abs|pdf|html|format)\/(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?\/?(?:[?#].*)?$/i
const doi = /^https?:\/\/(?:dx\.)?doi\.org\/10\.48550\/arxiv\.(\d{4}\.\d{4,5})$/i

/** The arXiv id, without version, that an address leads to: abstract, PDF, HTML or arXiv's own DOI. */
export function findLinkedId(href: string): string | undefined {
  return (address.exec(href) ?? doi.exec(href))?.[1]
}

/** Every arXiv id that stands in a text, as part of an address or alone, without versions. */
export function findArxivIds(text: string): ReadonlySet<string> {
  const ids = text.matchAll(/(?<![\d.])\d{4}\.\d{4,5}(?!\d)|(?<![\w-])[a-z-]+(?:\.[A-Z]{2})?\/\d{7}(?!\d)/g)
  return new Set([...ids].map(([id]) => id))
}
