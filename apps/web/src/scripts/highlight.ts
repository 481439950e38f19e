import { toWordPattern } from './word-pattern.ts'

/**
 * Marks the words of `?highlight=` where they stand in the text, without changing the document.
 * @see https://drafts.csswg.org/css-highlight-api-1/
 */
export function startHighlight(root: HTMLElement): void {
  const pattern = toWordPattern(new URLSearchParams(location.search).get('highlight') ?? '')
  if (pattern === undefined || !('highlights' in CSS)) return
  const ranges: Range[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const match of (node.nodeValue ?? '').matchAll(pattern)) {
      const range = new Range()
      range.setStart(node, match.index)
      range.setEnd(node, match.index + match[0].length)
      ranges.push(range)
    }
  }
  CSS.highlights.set('found', new Highlight(...ranges))
}
