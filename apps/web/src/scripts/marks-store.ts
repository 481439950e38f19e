import { formatMarks, type Marks, mergeMarks, noMarks, parseMarks } from './marks.ts'

const key = 'broadsheet:marks'
const hideKey = 'broadsheet:hide-read'

/** The reader's marks in this browser. `subscribe` also tells of changes made in another tab. */
export type MarksStore = {
  readonly get: () => Marks
  readonly set: (change: (marks: Marks) => Marks) => void
  readonly merge: (marks: Marks) => void
  readonly subscribe: (show: (marks: Marks) => void) => void
}

export function openMarksStore(): MarksStore {
  let marks = load(noMarks)
  const listeners: ((marks: Marks) => void)[] = []
  const take = (next: Marks) => {
    marks = next
    for (const show of listeners) show(marks)
  }
  const set = (change: (marks: Marks) => Marks) => {
    const next = change(load(marks))
    keep(key, formatMarks(next))
    take(next)
  }
  addEventListener('storage', (event) => {
    if (event.key === key) take(load(noMarks))
  })
  return {
    get: () => marks,
    set,
    merge: (more) => set((current) => mergeMarks(current, more)),
    subscribe: (show) => {
      listeners.push(show)
      show(marks)
    },
  }
}

function load(otherwise: Marks): Marks {
  return parseMarks(read(key) ?? '') ?? otherwise
}

/** Whether papers that were read are hidden. */
export function isReadHidden(): boolean {
  return read(hideKey) === 'yes'
}

export function hideRead(hidden: boolean): void {
  keep(hideKey, hidden ? 'yes' : '')
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // Storage is forbidden or full: the mark lasts as long as the page.
  }
}
