import { type ComparedPaper, parsePaper, toComparedKeys } from './compared-paper.ts'

const rows = [
  { name: 'abstract', label: 'Abstract' },
  { name: 'strengths', label: 'Strengths' },
  { name: 'weaknesses', label: 'Weaknesses' },
  { name: 'assessment', label: 'Assessment' },
] as const

const status = document.querySelector('[data-status]')
const box = document.querySelector<HTMLElement>('[data-comparison]')
const keys = toComparedKeys(new URLSearchParams(location.search).get('ids') ?? '')

if (box !== null && keys.length > 0) void compare(box)

async function compare(place: HTMLElement): Promise<void> {
  const loaded = await Promise.all(
    keys.map((key) => load(`${place.dataset.comparison}${encodeURIComponent(key)}.json`)),
  )
  const papers = loaded.filter((paper) => paper !== undefined)
  const missing = keys.filter((_, index) => loaded[index] === undefined)
  if (status !== null && missing.length > 0) status.textContent = `Not found here: ${missing.join(', ')}`
  if (papers.length === 0) return
  place.append(toTable(papers))
  place.hidden = false
}

async function load(address: string): Promise<ComparedPaper | undefined> {
  try {
    const response = await fetch(address)
    return response.ok ? parsePaper(await response.json()) : undefined
  } catch {
    return undefined
  }
}

function toTable(papers: readonly ComparedPaper[]): HTMLTableElement {
  const table = document.createElement('table')
  const head = table.createTHead().insertRow()
  head.append(document.createElement('td'))
  for (const paper of papers) head.append(toHeading(paper))
  const body = table.createTBody()
  for (const { name, label } of rows) {
    if (papers.every(({ texts }) => texts[name] === undefined)) continue
    const row = body.insertRow()
    row.append(toCell('th', label, 'row'))
    for (const { texts } of papers) row.append(toText(texts[name], label))
  }
  return table
}

function toHeading({ title, url, authors }: ComparedPaper): HTMLTableCellElement {
  const cell = toCell('th', '', 'col')
  const link = document.createElement('a')
  link.href = new URL(url).pathname
  link.textContent = title
  const byline = document.createElement('p')
  byline.className = 'meta'
  byline.textContent = authors.join(', ')
  cell.append(link, byline)
  return cell
}

function toCell(name: 'td' | 'th', text: string, scope: string): HTMLTableCellElement {
  const cell = document.createElement(name)
  cell.textContent = text
  cell.scope = scope
  return cell
}

/** The site's own HTML: the same that stands on the paper's page. */
function toText(html: string | undefined, label: string): HTMLTableCellElement {
  const cell = document.createElement('td')
  cell.className = 'prose'
  cell.dataset.label = label
  if (html !== undefined) cell.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes)
  return cell
}
