/**
 * Buttons that copy: the text in `data-copy`, that of the element which `data-copy-from` names, or that of the
 * file at `data-copy-file`.
 */
export function startCopyButtons(buttons: Iterable<HTMLButtonElement>): void {
  for (const button of buttons) button.addEventListener('click', () => void copy(button))
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const words = button.textContent
  try {
    // A promise in the item: after waiting for the file, Safari would no longer take it for the reader's wish.
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': findText(button.dataset) })])
    button.textContent = 'Copied'
  } catch {
    button.textContent = 'Could not copy'
  }
  setTimeout(() => {
    button.textContent = words
  }, 1500)
}

async function findText({ copy, copyFrom, copyFile }: DOMStringMap): Promise<string> {
  if (copy !== undefined) return copy
  if (copyFrom !== undefined) return document.getElementById(copyFrom)?.textContent ?? ''
  const response = await fetch(copyFile ?? '')
  if (!response.ok) throw new Error(`${copyFile} answers ${response.status}`)
  return response.text()
}
