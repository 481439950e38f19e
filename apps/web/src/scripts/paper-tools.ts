import { type Marks, toggleRead, toggleStar } from './marks.ts'
import { hideRead, isReadHidden, type MarksStore } from './marks-store.ts'

/** Brings the buttons of every `[data-paper]` to life and shows what is marked. */
export function startPaperTools(papers: readonly HTMLElement[], store: MarksStore): void {
  for (const paper of papers) {
    paper.querySelector('[data-mark-read]')?.addEventListener('click', () => markRead(paper, store))
    paper.querySelector('[data-star]')?.addEventListener('click', () => star(paper, store))
  }
  store.subscribe((marks) => {
    for (const paper of papers) show(paper, marks)
  })
}

/** The checkbox “hide what I have read”. */
export function startHideRead(box: HTMLInputElement): void {
  const show = () => {
    document.documentElement.toggleAttribute('data-hide-read', box.checked)
  }
  box.checked = isReadHidden()
  show()
  box.addEventListener('change', () => {
    hideRead(box.checked)
    show()
  })
}

export function markRead(paper: HTMLElement, store: MarksStore): void {
  const { paper: key } = paper.dataset
  if (key) store.set((marks) => toggleRead(marks, key))
}

export function star(paper: HTMLElement, store: MarksStore): void {
  const { paper: key, href } = paper.dataset
  const title = paper.querySelector('[data-title]')?.textContent.trim()
  if (!key || href === undefined || title === undefined) return
  store.set((marks) => toggleStar(marks, key, { title, href }))
}

function show(paper: HTMLElement, marks: Marks): void {
  const key = paper.dataset.paper ?? ''
  const isRead = marks.read.has(key)
  const isStarred = marks.stars.has(key)
  paper.toggleAttribute('data-read', isRead)
  paper.toggleAttribute('data-starred', isStarred)
  paper.querySelector('[data-mark-read]')?.setAttribute('aria-pressed', String(isRead))
  paper.querySelector('[data-star]')?.setAttribute('aria-pressed', String(isStarred))
}
