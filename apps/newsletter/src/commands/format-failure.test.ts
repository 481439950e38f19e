import { describe, expect, test } from 'vitest'
import { formatFailure } from './format-failure.ts'
import { UsageError } from './usage-error.ts'

const fail = (message: string, details: object) => Object.assign(new Error(message), details)

describe('without a database address', () => {
  test.each([
    [{ code: 'ENOENT', path: 'people.csv' }, 'people.csv is not there.'],
    [{ code: 'EROFS', path: '/data' }, '/data is on a disk that can only be read'],
    [{ code: 'ENOSPC', path: '/data/x' }, 'The disk of /data/x is full: make room'],
    [{ code: 'ENOSPC' }, 'The disk of the output is full'],
    [{ code: 'EADDRINUSE', syscall: 'listen', port: 8788 }, 'Port 8788 is taken'],
    [{ code: 'EACCES', syscall: 'listen', port: 80 }, 'below 1024'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 13 }, 'The mail store .broadsheet/mail.sqlite has no room'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 1032 }, '.broadsheet/mail.sqlite cannot be written by this user'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 26 }, 'is no SQLite file'],
  ])('%j is told as what to do', (details, words) => {
    expect(formatFailure(fail('x', details), {})).toContain(words)
  })
})

test.each([
  [{ code: 'ECONNREFUSED', port: 1 }, 'does not answer: is it running'],
  [{ code: '28P01', severity: 'FATAL' }, 'refuses the password'],
  [{ code: '3D000', severity: 'FATAL' }, 'is not there: create it'],
  [{ code: '53100', severity: 'ERROR' }, 'has no room, its disk is full'],
])('%j of a database is told without its address', (details, words) => {
  const env = { DATABASE_URL: 'postgres://me:hidden@db.example/x' }
  const told = formatFailure(fail('hidden', details), env) ?? ''
  expect(told).toContain(`The database of DATABASE_URL ${words}`)
  expect(told).not.toMatch(/hidden|db\.example/)
})

test('a cause that the system tells stands behind what it came to', () => {
  const cause = fail('x', { code: 'ENOENT', path: '/digests' })
  expect(formatFailure(new Error('The content cannot be read.', { cause }), {})).toBe(
    'The content cannot be read. /digests is not there.',
  )
})

test('what was written for a person is shown as it is, and a mistake of ours is no message', () => {
  expect(formatFailure(new UsageError('Say which.'), {})).toBe('Say which.')
  expect(formatFailure(new TypeError('x is not a function'), {})).toBeUndefined()
  expect(formatFailure(fail('syntax error', { code: '42601', severity: 'ERROR' }), {})).toBeUndefined()
  expect(formatFailure(undefined, {})).toBeUndefined()
})
