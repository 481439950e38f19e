import type { DocumentLinks } from './feed-document.ts'
import { renderElement } from './render-element.ts'

/** `feed` knows no RFC 5005. `link` is the name of Atom's element in this document. */
export function renderArchiveLinks(link: string, { current, older, newer }: DocumentLinks): string[] {
  const relations = { current, 'prev-archive': older, 'next-archive': newer }
  return [
    ...(current === undefined ? [] : [renderElement('fh:archive', {})]),
    ...Object.entries(relations).flatMap(([rel, href]) => (href ? [renderElement(link, { rel, href })] : [])),
  ]
}
