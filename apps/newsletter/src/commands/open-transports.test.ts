import { expect, test } from 'vitest'
import { readSmtpUrl, toOutbox } from './open-transports.ts'

test.each([
  ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, tls: 'required' }],
  ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, tls: 'implicit' }],
  ['smtp://a%40b:p%2Fw@mail.example.org:2525', { port: 2525, login: { user: 'a@b', pass: 'p/w' } }],
  ['smtp://localhost:1025', { host: 'localhost', port: 1025, tls: 'none' }],
  ['smtp://[::1]:1025', { host: '::1', tls: 'none' }],
])('reads %s', (address, expected) => {
  expect(readSmtpUrl(address)).toMatchObject(expected)
})

test.each(['mail.example.org:25', 'https://mail.example.org', 'smtp://'])(
  'refuses %s and does not repeat it',
  (address) => {
    expect(() => readSmtpUrl(address)).toThrow('SMTP_URL is no address such as')
  },
)

test('says which sign of a password must be escaped, and does not repeat it', () => {
  expect(() => readSmtpUrl('smtp://me:50%of@mail.example.org')).toThrow(/^SMTP_URL has a % [^@]*%25\.$/)
})

test('keeps the outbox below the data folder, if there is one', () => {
  expect(toOutbox({}, '/press')).toBe('/press/outbox')
  expect(toOutbox({ BROADSHEET_DATA: 'data' }, '/press')).toBe('/press/data/outbox')
})
