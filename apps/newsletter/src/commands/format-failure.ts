import { join } from 'node:path'
import { readDatabaseFailure } from './database-failure.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Errors whose message is written for whoever typed the command. */
const spoken: readonly string[] = ['UsageError', 'ConfigError', 'KeyError', 'StoreError', 'CsvError']

/** What the system says, as what to do about it; `{path}` is what it says it about. */
const systemWords: Readonly<Record<string, string>> = {
  ENOENT: '{path} is not there.',
  EISDIR: '{path} is a folder, and a file is needed.',
  ENOTDIR: '{path} is needed as a folder, and a part of it is a file.',
  EACCES: 'This user may not open {path}: give it the right, or name another place.',
  EPERM: 'This user may not change {path}: give it the right, or name another place.',
  EROFS: '{path} is on a disk that can only be read: name another place.',
  ENOSPC: 'The disk of {path} is full: make room and do the same again; nothing is sent twice.',
  EDQUOT: 'The quota of {path} is used up: make room and do the same again; nothing is sent twice.',
  EMFILE: 'Too many files are open: raise the limit (ulimit -n).',
  EADDRINUSE: 'Port {port} is taken: another `serve` may be running. Choose one with --port.',
  EADDRNOTAVAIL: 'This machine has no address {address}: choose another with --host.',
}

/**
 * What a failure means for whoever typed the command; undefined for a mistake of ours. Never repeats an address that
 * may hold a password.
 */
export function formatFailure(error: unknown, env: Environment): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (spoken.includes(error.name)) return error.message
  const words = readDatabaseFailure(error, toStoreName(env)) ?? readSystemFailure(error)
  if (words !== undefined || error.cause === undefined) return words
  const reason = formatFailure(error.cause, env)
  return reason && `${error.message} ${reason}`
}

function toStoreName({ BROADSHEET_DATA: data, DATABASE_URL: url }: Environment): string {
  return url ? 'The database of DATABASE_URL' : `The mail store ${join(data || '.broadsheet', 'mail.sqlite')}`
}

function readSystemFailure(error: Error): string | undefined {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const isPort = 'port' in error && 'syscall' in error && error.syscall === 'listen'
  if (isPort && code === 'EACCES')
    return 'This user may not listen on a port below 1024: choose one with --port.'
  const words = Object.hasOwn(systemWords, code) ? systemWords[code] : undefined
  return words?.replace(/\{(path|port|address)\}/, (_, name: string) => findDetail(error, name))
}

function findDetail(error: Error, name: string): string {
  const detail = Object.entries(error).find(([key]) => key === name)?.[1]
  return detail === undefined ? 'the output' : String(detail)
}
