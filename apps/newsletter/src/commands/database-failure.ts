const sqliteBusy = 'is held by another program: wait for it to end.'

/** By SQLite's result code, less what only details it (https://sqlite.org/rescode.html). */
const sqliteWords: Readonly<Record<number, string>> = {
  5: sqliteBusy,
  6: sqliteBusy,
  8: 'cannot be written by this user: give it the right, or name another folder as BROADSHEET_DATA.',
  10: 'cannot be read or written: the disk fails.',
  11: 'is damaged: put a backup back, then run `doctor --restored`.',
  13: 'has no room, the disk is full: make room and do the same again; nothing is sent twice.',
  14: 'cannot be opened: its folder must be there, and this user must be allowed to write in it.',
  26: 'is no SQLite file: name another folder as BROADSHEET_DATA.',
}

/** By SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const postgresWords: Readonly<Record<string, string>> = {
  '28P01': 'refuses the password.',
  '28000': 'refuses the user.',
  '3D000': 'is not there: create it with createdb, or mend its name.',
  '42501': 'does not allow this user to change it.',
  '25006': 'can only be read: it is a replica.',
  '53100': 'has no room, its disk is full: make room and do the same again; nothing is sent twice.',
  '53300': 'has no connection left: raise max_connections, or run fewer workers.',
  '57P01': 'was shut down: try again when it runs.',
  '57P03': 'is starting up: try again in a moment.',
}

const networkWords: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'does not answer: is it running, and at this host and port?',
  ECONNRESET: 'ended the connection: try again.',
  ENOTFOUND: 'is at a host that nobody knows.',
  EAI_AGAIN: 'is at a host whose name cannot be looked up now.',
  EHOSTUNREACH: 'cannot be reached.',
  ENETUNREACH: 'cannot be reached.',
  ETIMEDOUT: 'does not answer in time.',
}

/** What the store's failure means and what to do; undefined for other errors. Mail servers' never come this far. */
export function readDatabaseFailure(error: Error, store: string): string | undefined {
  const words = findWords(error)
  return words === undefined ? undefined : `${store} ${words}`
}

function findWords(error: Error): string | undefined {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === 'ERR_SQLITE_ERROR')
    return 'errcode' in error && typeof error.errcode === 'number'
      ? sqliteWords[error.errcode % 256]
      : undefined
  if (/^(timeout exceeded when trying to connect|Query read timeout)$/.test(error.message))
    return networkWords.ETIMEDOUT
  if (/^Connection terminated/.test(error.message)) return networkWords.ECONNRESET
  if ('severity' in error) return Object.hasOwn(postgresWords, code) ? postgresWords[code] : undefined
  return Object.hasOwn(networkWords, code) ? networkWords[code] : undefined
}
