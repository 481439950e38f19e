const key = 'broadsheet:scheme'
const dark = matchMedia('(prefers-color-scheme: dark)')

/** Lets the reader change between light and dark; choosing what the system has follows the system again. */
export function startSchemeSwitch(button: HTMLButtonElement): void {
  show(button)
  button.addEventListener('click', () => {
    setScheme(isDark() ? 'light' : 'dark')
    show(button)
  })
  dark.addEventListener('change', () => show(button))
}

function isDark(): boolean {
  const { scheme } = document.documentElement.dataset
  return scheme === undefined ? dark.matches : scheme === 'dark'
}

function setScheme(scheme: 'light' | 'dark'): void {
  const followsSystem = (scheme === 'dark') === dark.matches
  if (followsSystem) delete document.documentElement.dataset.scheme
  else document.documentElement.dataset.scheme = scheme
  try {
    if (followsSystem) localStorage.removeItem(key)
    else localStorage.setItem(key, scheme)
  } catch {
    // Storage is forbidden: the choice lasts as long as the page.
  }
}

function show(button: HTMLButtonElement): void {
  button.setAttribute('aria-pressed', String(isDark()))
}
