/** A map with the keys of another, whose values are made of the other's, each when it is first asked for. */
export function toLazyMap<Source, Value extends object>(
  sources: ReadonlyMap<string, Source>,
  make: (source: Source) => Value,
): ReadonlyMap<string, Value> {
  const made = new Map<string, Value>()
  const toValue = (key: string, source: Source): Value => {
    const value = made.get(key) ?? make(source)
    made.set(key, value)
    return value
  }
  const whole = (): ReadonlyMap<string, Value> =>
    new Map(Array.from(sources, ([key, source]) => [key, toValue(key, source)]))
  return {
    get: (key) => {
      const source = sources.get(key)
      return source === undefined ? undefined : toValue(key, source)
    },
    has: (key) => sources.has(key),
    size: sources.size,
    keys: () => sources.keys(),
    values: () => whole().values(),
    entries: () => whole().entries(),
    forEach: (visit) => whole().forEach(visit),
    [Symbol.iterator]: () => whole()[Symbol.iterator](),
  }
}
