export type Value = string | number | null
export type Row = Readonly<Record<string, unknown>>

/**
 * The one door to a store. A text is written once for both engines: values are `$1`, `$2`, …; `{now}` is the
 * store's own time in milliseconds; `{skip}` lets a claim pass over rows that somebody else is claiming;
 * `{hold}` keeps mailing `m` and subscriber `s` from being changed until the commit. SQLite has one writer at a
 * time and needs neither. A text outside a transaction is committed, durably, when its promise resolves.
 */
export type Sql = {
  readonly engine: 'sqlite' | 'postgres'
  readonly all: (text: string, values?: readonly Value[]) => Promise<Row[]>
  readonly transaction: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** The store says something that its schema rules out. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

/** A column that holds text. */
export function readText(row: Row | undefined, column: string): string {
  const value = row?.[column]
  if (typeof value !== 'string') throw new StoreError(`The store gave no text in \`${column}\`.`)
  return value
}

/** A column that holds a number. */
export function readNumber(row: Row | undefined, column: string): number {
  const value = row?.[column]
  if (typeof value !== 'number') throw new StoreError(`The store gave no number in \`${column}\`.`)
  return value
}

/** A column that may be null, which is undefined here. */
export function findText(row: Row | undefined, column: string): string | undefined {
  return row?.[column] === null || row?.[column] === undefined ? undefined : readText(row, column)
}

/** A column that may be null, which is undefined here. */
export function findNumber(row: Row | undefined, column: string): number | undefined {
  return row?.[column] === null || row?.[column] === undefined ? undefined : readNumber(row, column)
}

/** `($3,$4),($5,$6)`: the rows of a VALUES list, numbered from `first`. */
export function formatRows(rows: number, columns: number, first: number): string {
  return Array.from({ length: rows }, (_, row) => {
    const numbers = Array.from({ length: columns }, (_, column) => `$${first + row * columns + column}`)
    return `(${numbers.join(',')})`
  }).join(',')
}
