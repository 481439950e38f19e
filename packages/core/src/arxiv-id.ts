import type { ArxivId } from './schema.ts'

const newStyle = String.raw`\d{4}\.\d{4,5}`
const oldStyle = String.raw`[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/\d{7}`
const whole = new RegExp(`^(${newStyle}|${oldStyle})(?:v([1-9]\\d*))?$`)
const inAddress = new RegExp(
  `(?:ar[xX]iv\\.org/(?:abs|pdf|html|format)/|doi\\.org/10\\.48550/ar[xX]iv\\.)(${newStyle}|${oldStyle})(?:v([1-9]\\d*))?(?![\\d.]*\\d)`,
  'g',
)

/**
 * Reads an arXiv identifier, `2511.15567v1` or `hep-th/9901001`, with or without `arXiv:` before it.
 * Anything else gives undefined. @see https://info.arxiv.org/help/arxiv_identifier.html
 */
export function parseArxivId(text: string): ArxivId | undefined {
  const [, id, version] = whole.exec(text.trim().replace(/^arxiv:\s*/i, '')) ?? []
  return id === undefined ? undefined : toId(id, version)
}

/** Every arXiv identifier in addresses of arXiv in a text, in order, with repetitions. */
export function findArxivIds(text: string): (ArxivId & { readonly index: number })[] {
  return [...text.matchAll(inAddress)].flatMap((match) => {
    const [, id, version] = match
    return id === undefined ? [] : [{ ...toId(id, version), index: match.index }]
  })
}

/** An identifier as it is written: `2510.14853v1`. */
export function formatArxivId({ id, version }: ArxivId): string {
  return version === undefined ? id : `${id}v${version}`
}

function toId(id: string, version: string | undefined): ArxivId {
  return version === undefined ? { id } : { id, version: Number(version) }
}
