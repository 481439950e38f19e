/** A function that computes its value when it is first asked and remembers it. */
export function once<Value extends object | string>(compute: () => Value): () => Value {
  let value: Value | undefined
  return () => {
    value ??= compute()
    return value
  }
}

/**
 * The same for a value that can be made again, of which an archive has more than memory should hold: it may be
 * forgotten when nobody uses it.
 */
export function onceWhileUsed<Value extends object>(compute: () => Value): () => Value {
  let kept: WeakRef<Value> | undefined
  return () => {
    const known = kept?.deref()
    if (known !== undefined) return known
    const value = compute()
    kept = new WeakRef(value)
    return value
  }
}
