import { startContents } from './contents.ts'
import { startCopyButtons } from './copy.ts'
import { startHighlight } from './highlight.ts'
import { startKeyboard } from './keyboard.ts'
import { openMarksStore } from './marks-store.ts'
import { startHideRead, startPaperTools } from './paper-tools.ts'
import { startSchemeSwitch } from './scheme.ts'

const store = openMarksStore()

startPaperTools(listPapers(), store)
startCopyButtons(
  document.querySelectorAll<HTMLButtonElement>('[data-copy], [data-copy-from], [data-copy-file]'),
)
startKeyboard({ listPapers, store, help: document.querySelector('dialog[data-help]') })
start('[data-scheme-switch]', HTMLButtonElement, startSchemeSwitch)
start('[data-contents]', HTMLElement, startContents)
start('[data-hide-read]', HTMLInputElement, startHideRead)
start('main', HTMLElement, startHighlight)

function listPapers(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-paper]')]
}

function start<E extends HTMLElement>(
  selector: string,
  kind: new () => E,
  begin: (element: E) => void,
): void {
  const element = document.querySelector(selector)
  if (element instanceof kind) begin(element)
}
