import { drawFrame, fill, toPattern } from '../draw.ts'
import { escapeXml } from '../escape-xml.ts'
import type { FeedDocument } from '../feed-document.ts'
import type { Frame } from '../frame.ts'
import { renderArchiveLinks } from '../render-archive-links.ts'
import { renderElement } from '../render-element.ts'

// `feed` declares only the namespaces that it uses itself.
const namespaces = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
}

/** What stands around the items of an RSS 2.0 document. @see https://www.rssboard.org/rss-profile */
export function renderFrame(document: FeedDocument): Frame {
  const links = document.links('rss.xml')
  const start = renderElement('rss', namespaces).replace('/>', '>')
  const [head = '', tail = ''] = drawFrame
    .rss(document, links)
    .replace(/<rss [^>]*>/, start)
    .split('</channel>')
  const texts = { title: escapeXml(document.title), summary: escapeXml(document.description) }
  const completed = [...renderEditor(document), ...renderArchiveLinks('atom:link', links)]
  return {
    head: `${fill(toPattern(head), texts)}${completed.join('\n')}\n`,
    separator: '\n',
    tail: `\n</channel>${tail}\n`,
  }
}

function renderEditor({ publisher: { name, email } }: FeedDocument): string[] {
  return email === undefined ? [] : [renderElement('managingEditor', {}, `${email} (${name})`)]
}
