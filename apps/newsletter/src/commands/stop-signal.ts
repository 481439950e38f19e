/** Aborts at SIGTERM or SIGINT, so that what is under way is finished; a second SIGINT ends the process at once. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  return stopping.signal
}
