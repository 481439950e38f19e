import { type Answer, loadSearchEngine, type SearchEngine } from './search-engine.ts'
import { formatQuery, parseQuery, type SearchQuery } from './search-query.ts'
import { showFacets, showFound } from './search-results.ts'

const step = 20
const pause = 200

const form = find('[data-search-form]', HTMLFormElement)
const field = find('#q', HTMLInputElement)
const status = find('[data-status]', HTMLElement)
const results = find('[data-results]', HTMLElement)
const more = find('[data-more]', HTMLButtonElement)
const facetBox = find('[data-facets]', HTMLElement)

let engine: Promise<SearchEngine> | undefined
let query: SearchQuery = { words: '', chosen: {} }
let answer: Answer | undefined
let shown = 0
let timer = 0

form.addEventListener('submit', (event) => {
  event.preventDefault()
  ask({ ...query, words: field.value.trim() })
})
field.addEventListener('focus', () => void loadEngine(), { once: true })
field.addEventListener('input', () => {
  clearTimeout(timer)
  timer = window.setTimeout(() => ask({ ...query, words: field.value.trim() }), pause)
})
more.addEventListener('click', () => void showMore())
addEventListener('popstate', start)
start()

function start(): void {
  query = parseQuery(new URLSearchParams(location.search))
  field.value = query.words
  if (formatQuery(query) === '') field.focus()
  else void run(query)
}

function ask(next: SearchQuery): void {
  clearTimeout(timer)
  if (formatQuery(next) === formatQuery(query)) return
  query = next
  history.replaceState(null, '', `${location.pathname}${formatQuery(query)}`)
  void run(query)
}

async function run(asked: SearchQuery): Promise<void> {
  try {
    const next = await (await loadEngine()).search(asked)
    if (asked !== query) return
    answer = next
    shown = 0
    results.replaceChildren()
    showFacets(facetBox, next.facets, asked.chosen, (name, value) => {
      const { [name]: _, ...others } = query.chosen
      ask({ ...query, chosen: value === '' ? others : { ...others, [name]: value } })
    })
    status.textContent = formatQuery(asked) === '' ? '' : formatCount(next.count)
    await showMore()
  } catch {
    status.textContent = 'The search index could not be loaded.'
  }
}

async function showMore(): Promise<void> {
  const from = answer
  if (from === undefined) return
  const found = await from.load(shown, shown + step)
  if (from !== answer) return
  shown += found.length
  results.append(...found.map((item) => showFound(item, query.words)))
  more.hidden = shown >= from.count
}

function loadEngine(): Promise<SearchEngine> {
  engine ??= loadSearchEngine(new URL(form.dataset.index ?? '', location.href).href)
  return engine
}

function formatCount(count: number): string {
  if (count === 0) return 'Nothing found. Fewer or shorter words find more.'
  return count === 1 ? 'One result' : `${count} results`
}

function find<E extends Element>(selector: string, kind: new () => E): E {
  const element = document.querySelector(selector)
  if (!(element instanceof kind)) throw new Error(`this page has no ${selector}`)
  return element
}
