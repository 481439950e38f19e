/** A function that computes its value when it is first asked and remembers it. */
export function once<Value extends object | string>(compute: () => Value): () => Value {
  let value: Value | undefined
  return () => {
    value ??= compute()
    return value
  }
}

// A page asks for the HTML and the words of its own texts, one right after the other.
const recent: (() => void)[] = []
const limit = 16

/**
 * The same for a value that can be made again, of which an archive has more than memory should hold: it is
 * forgotten when many others have been made since.
 */
export function onceWhileRecent<Value extends object>(compute: () => Value): () => Value {
  let value: Value | undefined
  const forget = (): void => {
    value = undefined
  }
  return () => {
    if (value !== undefined) return value
    const made = compute()
    value = made
    if (recent.push(forget) > limit) recent.shift()?.()
    return made
  }
}
