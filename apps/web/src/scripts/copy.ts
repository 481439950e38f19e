/** Buttons that copy: the text in `data-copy`, or that of the element which `data-copy-from` names. */
export function startCopyButtons(buttons: Iterable<HTMLButtonElement>): void {
  for (const button of buttons) button.addEventListener('click', () => void copy(button))
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const { copy: text, copyFrom } = button.dataset
  const source = copyFrom === undefined ? undefined : document.getElementById(copyFrom)?.textContent
  const words = button.textContent
  try {
    await navigator.clipboard.writeText(text ?? source ?? '')
    button.textContent = 'Copied'
  } catch {
    button.textContent = 'Not allowed'
  }
  setTimeout(() => {
    button.textContent = words
  }, 1500)
}
