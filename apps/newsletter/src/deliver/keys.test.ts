import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { KeyError, readKeyRing } from './keys.ts'
import {
  formatBounceAddress,
  formatMessageId,
  formatToken,
  parseBounceAddress,
  parseToken,
} from './tokens.ts'

const makeSecret = () => randomBytes(32).toString('base64url')
const bearer = { subscriber: 'abcdefghijklmnop', ref: 'abcdefgh' }

test('a token opens what it was made for, and nothing else', () => {
  const ring = readKeyRing(makeSecret())
  const token = formatToken(ring.current, 'leave', bearer)
  expect(parseToken(ring, 'leave', token)).toEqual(bearer)
  expect(parseToken(ring, 'manage', token)).toBeUndefined()
  expect(parseToken(readKeyRing(makeSecret()), 'leave', token)).toBeUndefined()
})

test('links and bounce addresses of an older key go on working, and new ones use the newest', () => {
  const [old, next] = [makeSecret(), makeSecret()]
  const before = readKeyRing(old)
  const after = readKeyRing(`${next},${old}`)
  expect(parseToken(after, 'leave', formatToken(before.current, 'leave', bearer))).toEqual(bearer)
  const address = formatBounceAddress(before.current, 'bounce@example.org', bearer)
  expect(parseBounceAddress(after, address.toUpperCase())).toEqual(bearer)
  expect(after.current.id).not.toBe(before.current.id)
  expect(after.suppress.equals(before.suppress)).toBe(true)
})

test('no changed character of a token is taken', () => {
  const ring = readKeyRing(makeSecret())
  const token = formatToken(ring.current, 'leave', bearer)
  for (let at = 0; at < token.length - 1; at += 1) {
    const changed = `${token.slice(0, at)}${token[at] === 'a' ? 'b' : 'a'}${token.slice(at + 1)}`
    expect(parseToken(ring, 'leave', changed), changed).toBeUndefined()
  }
})

test('a bounce address fits into the 64 characters of a local part', () => {
  const address = formatBounceAddress(readKeyRing(makeSecret()).current, 'bounce@example.org', bearer)
  expect(address.indexOf('@')).toBeLessThanOrEqual(64)
})

test('a Message-ID cannot be computed without the key', () => {
  const ids = [makeSecret(), makeSecret()].map((secret) =>
    formatMessageId(readKeyRing(secret).current, bearer, 'example.org'),
  )
  expect(new Set(ids).size).toBe(2)
})

test.each(['', 'short', `${makeSecret()},nonsense!`])('the secret %j is refused', (text) => {
  expect(() => readKeyRing(text)).toThrow(KeyError)
})
