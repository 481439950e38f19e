import { expect, test } from 'vitest'
import { formatHelp, isCommand } from './usages.ts'

test('the help of a command shows how it is typed and what its flags do', () => {
  expect(
    formatHelp('resolve'),
  ).toBe(`usage: npm run newsletter -- resolve MAILING --sent | --resend | --accept

  Decides about mails of which nobody knows whether they arrived.

  --sent    they arrived, as most such mails have
  --resend  send them once more: the same bytes, the same Message-ID
  --accept  take uncertain and late mails as they are
`)
})

test('the help of all commands names each of them', () => {
  const named = [...formatHelp().matchAll(/-- ([a-z]+)/g)].map(([, name]) => name ?? '')
  expect(named.every(isCommand)).toBe(true)
  expect(new Set(named).size).toBe(13)
})

test('what every object has is no command', () => {
  expect(isCommand('constructor')).toBe(false)
})
