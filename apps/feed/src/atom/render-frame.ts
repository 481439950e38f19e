import { drawFrame, fill, toPattern } from '../draw.ts'
import { escapeXml } from '../escape-xml.ts'
import type { FeedDocument } from '../feed-document.ts'
import type { Frame } from '../frame.ts'
import { renderArchiveLinks } from '../render-archive-links.ts'
import { renderElement } from '../render-element.ts'

/** What stands around the entries of an Atom document. @see https://www.rfc-editor.org/rfc/rfc4287 */
export function renderFrame(document: FeedDocument): Frame {
  const links = document.links('atom.xml')
  const start = renderElement('feed', {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:fh': 'http://purl.org/syndication/history/1.0',
    'xml:lang': document.language,
  }).replace('/>', '>')
  const [head = '', tail = ''] = drawFrame
    .atom(document, links)
    .replace(/<feed [^>]*>/, start)
    .split('</feed>')
  const texts = { title: escapeXml(document.title), summary: escapeXml(document.description) }
  const completed = [renderPublisher(document), ...renderArchiveLinks('link', links)]
  return {
    head: `${fill(toPattern(head), texts)}${completed.join('\n')}\n`,
    separator: '\n',
    tail: `\n</feed>${tail}\n`,
  }
}

function renderPublisher({ publisher: { name, email, url } }: FeedDocument): string {
  const parts = { name, uri: url, email }
  const written = Object.entries(parts).map(([part, text]) => (text ? renderElement(part, {}, text) : ''))
  return `<author>${written.join('')}</author>`
}
