import type { MarksStore } from './marks-store.ts'
import { markRead, star } from './paper-tools.ts'

type Desk = {
  /** Those on the page now: a search changes them. */
  readonly listPapers: () => readonly HTMLElement[]
  readonly store: MarksStore
  readonly help: HTMLDialogElement | null
}

const actions: Readonly<Record<string, (desk: Desk) => void>> = {
  j: (desk) => step(desk, 1),
  k: (desk) => step(desk, -1),
  o: (desk) => withCurrent(desk, open),
  m: (desk) => withCurrent(desk, (paper) => markRead(paper, desk.store)),
  s: (desk) => withCurrent(desk, (paper) => star(paper, desk.store)),
  '/': () => search(),
  '?': ({ help }) => (help?.open ? help.close() : help?.showModal()),
}

/** Single keys for readers who keep their hands on the keyboard; none acts while typing or with a modifier. */
export function startKeyboard(desk: Desk): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (desk.help?.open && event.key !== '?') return
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined
    if (action === undefined) return
    event.preventDefault()
    action(desk)
  })
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(textFields))
}

const textFields = 'input:not([type="checkbox"], [type="file"]), textarea, select'

function step(desk: Desk, by: 1 | -1): void {
  const seen = desk.listPapers().filter((paper) => paper.offsetParent !== null)
  const current = findCurrent(desk)
  const at = current === undefined ? (by === 1 ? -1 : 0) : seen.indexOf(current)
  const next = seen[at + by]
  if (next === undefined) return
  titleOf(next)?.focus({ preventScroll: true })
  next.scrollIntoView({ block: next.matches('article') ? 'start' : 'nearest' })
}

/** The paper the keyboard is in, or else the one at the top of the screen. */
function findCurrent({ listPapers }: Desk): HTMLElement | undefined {
  const focused = document.activeElement?.closest<HTMLElement>('[data-paper]')
  if (focused !== null && focused !== undefined) return focused
  return listPapers().findLast(
    (paper) => paper.offsetParent !== null && paper.getBoundingClientRect().top < 100,
  )
}

function withCurrent(desk: Desk, act: (paper: HTMLElement) => void): void {
  const paper = findCurrent(desk) ?? desk.listPapers()[0]
  if (paper !== undefined) act(paper)
}

/** Unfolds a paper's summary and critique, or folds them; where there is nothing to unfold, follows its title. */
function open(paper: HTMLElement): void {
  const folds = [...paper.querySelectorAll<HTMLDetailsElement>('details[data-fold]')]
  if (folds.length === 0) {
    titleOf(paper)?.click()
    return
  }
  const unfold = folds.some((fold) => !fold.open)
  for (const fold of folds) fold.open = unfold
}

function titleOf(paper: HTMLElement): HTMLAnchorElement | null {
  return paper.querySelector<HTMLAnchorElement>('a[data-title]')
}

function search(): void {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]')
  if (field !== null) field.focus()
  else document.querySelector<HTMLAnchorElement>('a[data-search]')?.click()
}
