import type { FacetCounts, Found } from './search-engine.ts'
import { type Facet, facets, type SearchQuery } from './search-query.ts'
import { toWordPattern } from './word-pattern.ts'

/** One thing found, as an entry of the list. Its words are marked again on the page it leads to. */
export function showFound({ href, title, authors, date, passage }: Found, words: string): HTMLLIElement {
  const item = document.createElement('li')
  item.className = 'line'
  const link = document.createElement('a')
  link.href = words === '' ? href : `${href}?highlight=${encodeURIComponent(words)}`
  link.textContent = title
  link.dataset.title = ''
  // Keys step through these as through papers, but there is nothing to mark.
  item.dataset.paper = ''
  const meta = document.createElement('p')
  meta.className = 'meta'
  for (const text of [authors, date]) {
    if (text !== undefined && text !== '') meta.append(toElement('span', text))
  }
  item.append(link, meta, toPassage(passage, words))
  return item
}

/** A choice for each facet that has more than one value left, or that is chosen. */
export function showFacets(
  box: HTMLElement,
  counts: FacetCounts,
  chosen: SearchQuery['chosen'],
  choose: (name: Facet, value: string) => void,
): void {
  const focused = document.activeElement?.id
  box.replaceChildren(
    ...facets.flatMap(({ name, label }) => {
      const values = Object.entries(counts[name] ?? {}).filter(
        ([value, count]) => count > 0 || chosen[name] === value,
      )
      if (values.length < 2 && chosen[name] === undefined) return []
      const select = document.createElement('select')
      select.id = `facet-${name}`
      const sorted = values.toSorted(([, one], [, other]) => other - one)
      select.append(
        new Option('All', ''),
        ...sorted.map(([value, count]) => new Option(`${value} (${count})`, value)),
      )
      select.value = chosen[name] ?? ''
      select.addEventListener('change', () => choose(name, select.value))
      const words = toElement('label', `${label} `)
      words.append(select)
      return [words]
    }),
  )
  if (focused !== undefined && focused !== '') document.getElementById(focused)?.focus()
}

function toPassage(text: string, words: string): HTMLParagraphElement {
  const passage = document.createElement('p')
  passage.className = 'passage'
  const pattern = toWordPattern(words)
  if (pattern === undefined) passage.append(text)
  else
    passage.append(...text.split(pattern).map((part, at) => (at % 2 === 0 ? part : toElement('mark', part))))
  return passage
}

function toElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  element.textContent = text
  return element
}
