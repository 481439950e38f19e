const farthest = 3

/** The known word that a misspelt one most resembles; undefined when none does. */
export function findNearest(word: string, known: readonly string[]): string | undefined {
  const most = Math.min(farthest, Math.floor(word.length / 2))
  const [best] = known
    .map((name) => ({ name, distance: countEdits(word, name) }))
    .sort((one, other) => one.distance - other.distance)
  return best !== undefined && best.distance <= most ? best.name : undefined
}

/** How many letters must be put in, taken out or changed, capitals aside. */
export function countEdits(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
