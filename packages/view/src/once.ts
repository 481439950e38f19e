/** A function that computes its value when it is first asked and remembers it. */
export function once<Value extends object | string>(compute: () => Value): () => Value {
  let value: Value | undefined
  return () => {
    value ??= compute()
    return value
  }
}
