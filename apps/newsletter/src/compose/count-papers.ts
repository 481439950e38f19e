/** `1 paper`, `2 papers`, `2 more papers`. */
export function countPapers(count: number, which?: 'more'): string {
  return [count, which, count === 1 ? 'paper' : 'papers'].filter((word) => word !== undefined).join(' ')
}
