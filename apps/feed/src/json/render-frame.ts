import { drawFrame } from '../draw.ts'
import type { FeedDocument } from '../feed-document.ts'
import type { Frame } from '../frame.ts'
import { toXmlText } from '../xml-text.ts'

/** What stands around the items of a JSON Feed. @see https://www.jsonfeed.org/version/1.1/ */
export function renderFrame(document: FeedDocument): Frame {
  const links = document.links('feed.json')
  const { items: _, ...drawn } = readDrawing(drawFrame.json(document, links))
  const written = JSON.stringify({ ...drawn, ...complete(document, links.older) }, null, 2)
  return { head: `${written.slice(0, -'\n}'.length)},\n  "items": [\n`, separator: ',\n', tail: '\n  ]\n}\n' }
}

function readDrawing(json: string): { readonly items: unknown } {
  return JSON.parse(json)
}

/** `feed` writes version 1, which has one author, no language and no hubs. */
function complete({ title, description, language, publisher, hub }: FeedDocument, older?: string): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: toXmlText(title),
    description: toXmlText(description),
    language,
    authors: [{ name: toXmlText(publisher.name), ...(publisher.url && { url: publisher.url }) }],
    ...(older && { next_url: older }),
    ...(hub && { hubs: [{ type: 'WebSub', url: hub }] }),
  }
}
