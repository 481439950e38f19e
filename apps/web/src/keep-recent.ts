/**
 * The same function, which remembers its last `size` answers: for values that can be made again, of which an archive
 * has more than memory should hold.
 */
export function keepRecent<Value>(size: number, make: (key: string) => Value): (key: string) => Value {
  const kept = new Map<string, Value>()
  return (key) => {
    const value = kept.get(key) ?? make(key)
    // A map gives its keys in the order in which they were set.
    kept.delete(key)
    kept.set(key, value)
    const [oldest] = kept.keys()
    if (kept.size > size && oldest !== undefined) kept.delete(oldest)
    return value
  }
}
