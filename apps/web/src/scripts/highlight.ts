/**
 * Marks the words of `?highlight=` where they stand in the text, without changing the document.
 * @see https://drafts.csswg.org/css-highlight-api-1/
 */
export function startHighlight(root: HTMLElement): void {
  const words =
    (new URLSearchParams(location.search).get('highlight') ?? '').match(/[\p{L}\p{N}]{2,}/gu) ?? []
  if (words.length === 0 || !('highlights' in CSS)) return
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})`, 'giu')
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
