{
  const root = document.documentElement
  root.dataset.script = ''
  try {
    const scheme = localStorage.getItem('broadsheet:scheme')
    if (scheme === 'light' || scheme === 'dark') root.dataset.scheme = scheme
  } catch {}
}
