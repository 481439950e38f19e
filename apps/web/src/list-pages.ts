/** One page of a long list, counted from 1. */
export type ListPage<Item> = {
  readonly items: readonly Item[]
  readonly number: number
  readonly last: number
}

/** Cuts a list into pages; an empty list is one empty page. */
export function toListPages<Item>(items: readonly Item[], size: number): readonly ListPage<Item>[] {
  const last = Math.max(1, Math.ceil(items.length / size))
  return Array.from({ length: last }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    last,
  }))
}

/** What a page's address ends in: nothing on the first, `2` on the second. */
export function toPageSegment(number: number): string | undefined {
  return number === 1 ? undefined : String(number)
}
