import { isNone } from './labels.ts'
import type { Comments } from './schema.ts'

const conferences =
  'AAAI|ACL|AISTATS|COLING|COLM|CoNLL|CVPR|EACL|ECAI|ECCV|ECIR|EMNLP|ICASSP|ICCV|ICLR|ICML|IJCAI|IJCNLP|Interspeech|KDD|LREC|MLSys|NAACL|NeurIPS|SIGIR|TACL|TMLR|UAI|WMT|WSDM|WWW'
const venues = [
  /\b(?:accepted|to be published|to appear|published|presented|appeared|appears)\s+(?:(?:as|for|by|to|in|at|the)\s+)*(.+?)(?=\.\s|[;,.]?$|[;,]\s|\s*\()/i,
  new RegExp(
    `\\b((?:Findings of (?:the )?)?(?:${conferences})(?:[-\\s]\\w+)?[\\s-]*(?:'?\\d{2,4})\\b(?:\\s+(?:Findings|Main|Workshop|Oral|Spotlight)[\\w ]*)?)`,
  ),
]

/**
 * Reads a `Comments:` value: the whole text, and the venue, page, figure and table counts and web addresses
 * found in it. `None` gives undefined. A count that is not written in digits is not read.
 */
export function readComments(value: string): Comments | undefined {
  if (isNone(value)) return undefined
  const venue = findVenue(value)
  const pages = findCount(value, /\b(\d{1,4})\s*(?:pages?|pp)\b/i)
  const figures = findCount(value, /\b(\d{1,3})\s*fig(?:ure|s|\.)/i)
  const tables = findCount(value, /\b(\d{1,3})\s*tables?\b/i)
  return {
    text: value,
    ...(venue && { venue }),
    ...(pages && { pages }),
    ...(figures && { figures }),
    ...(tables && { tables }),
    links: findAddresses(value),
  }
}

/** Web addresses in a text, in order, each once, without the punctuation that ends a sentence. */
export function findAddresses(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"{}|\\^`]+/gi) ?? []
  return [...new Set(found.map(withoutPunctuation))]
}

function withoutPunctuation(address: string): string {
  let end = address.replace(/[.,;:!?'”’\])*_]+$/, '')
  // A closing bracket belongs to the address when it was opened there.
  if (address[end.length] === ')' && end.split('(').length > end.split(')').length) end += ')'
  return end
}

function findVenue(text: string): string | undefined {
  const prose = text.replace(/https?:\/\/\S+/gi, ' ')
  for (const pattern of venues) {
    const venue = pattern.exec(prose)?.[1]?.trim()
    if (venue !== undefined && /\p{Lu}/u.test(venue) && venue.length <= 120) return venue
  }
  return undefined
}

function findCount(text: string, pattern: RegExp): number | undefined {
  const number = Number(pattern.exec(text)?.[1] ?? 0)
  return number > 0 ? number : undefined
}
