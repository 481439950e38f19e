import { formatMarks, type Marks, parseMarks } from './marks.ts'
import { openMarksStore } from './marks-store.ts'

const store = openMarksStore()
const list = document.querySelector('[data-stars]')
const status = document.querySelector('[data-status]')

store.subscribe(show)
document.querySelector('[data-export]')?.addEventListener('click', () => save(formatMarks(store.get())))
document.querySelector<HTMLInputElement>('[data-import]')?.addEventListener('change', (event) => {
  const { currentTarget } = event
  if (currentTarget instanceof HTMLInputElement) void load(currentTarget)
})

function show({ stars }: Marks): void {
  list?.replaceChildren(
    ...[...stars].map(([, { title, href }]) => {
      const item = document.createElement('li')
      item.className = 'line'
      const link = document.createElement('a')
      link.href = href
      link.textContent = title
      item.append(link)
      return item
    }),
  )
  showCompare([...stars.keys()])
  say(stars.size === 0 ? 'No paper has a star yet.' : '')
}

function showCompare(keys: readonly string[]): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-compare]')
  if (link === null) return
  link.hidden = keys.length < 2
  link.href = `${link.dataset.compare}?ids=${keys.map(encodeURIComponent).join(',')}`
}

/** Offers a text as a file. */
function save(text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = 'broadsheet-marks.json'
  link.click()
  URL.revokeObjectURL(link.href)
}

async function load(input: HTMLInputElement): Promise<void> {
  const text = await input.files?.[0]?.text()
  input.value = ''
  const marks = text === undefined ? undefined : parseMarks(text)
  if (marks === undefined) return say('This file holds no stars or read marks.')
  store.merge(marks)
  say(`Imported ${marks.stars.size} stars and ${marks.read.size} read marks.`)
}

function say(words: string): void {
  if (status !== null) status.textContent = words
}
