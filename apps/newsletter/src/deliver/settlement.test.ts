import { expect, test } from 'vitest'
import { toSettlement } from './settlement.ts'
import { readReply } from './smtp-reply.ts'

const settle = (phase: Parameters<typeof readReply>[0], reply: string | undefined, attempts = 1) =>
  toSettlement(readReply(phase, reply, 'the connection ended'), attempts, 0.5)

test.each([
  ['connect', undefined, { state: 'pending', giveBack: true, closes: 'service' }],
  ['connect', '554 5.3.2 go away', { state: 'pending', giveBack: true, closes: 'service' }],
  ['login', '535 5.7.8 wrong password', { state: 'pending', giveBack: true, closes: 'login' }],
  ['login', '454 4.7.0 not now', { state: 'pending', giveBack: true, closes: 'service' }],
  ['sender', '421 4.3.2 closing', { state: 'pending', giveBack: true, closes: 'service' }],
  ['sender', '550 5.7.1 not you', { state: 'pending', giveBack: true, pauses: '550 5.7.1 not you' }],
  ['recipient', '450 4.2.0 later', { state: 'pending', giveBack: false, delayMs: 60_000 }],
  ['recipient', '450 4.7.1 greylisted', { state: 'pending', closes: 'domain' }],
  ['recipient', '550 5.1.1 no such user', { state: 'failed', suppress: true }],
  ['recipient', '550 no such user', { state: 'failed', suppress: true }],
  ['recipient', '552 5.2.2 full', { state: 'failed', soft: true }],
  ['recipient', '550 5.7.1 policy', { state: 'failed', counts: true }],
  ['data', '554 5.3.4 too big', { state: 'pending', giveBack: true, pauses: '554 5.3.4 too big' }],
  ['body', undefined, { state: 'pending', giveBack: true, closes: 'service' }],
  ['end', '451 4.3.0 later', { state: 'pending', giveBack: false }],
  ['end', '552 5.3.4 too big', { state: 'failed', counts: true }],
  ['end', undefined, { state: 'uncertain', reply: 'the connection ended' }],
  ['end', 'nonsense', { state: 'uncertain', reply: 'nonsense' }],
] as const)('at %s the reply %s means %j', (phase, reply, expected) => {
  expect(settle(phase, reply)).toMatchObject(expected)
})

test('a row that met a service in trouble goes behind those that are due', () => {
  expect(settle('connect', undefined).delayMs).toBe(1)
  expect(settle('sender', '421 4.3.2 closing').delayMs).toBe(1)
})

test.each([
  ['550 5.1.1 <me+x@a.example>: no such user', '550 5.1.1 <m***@a.example>: no such user'],
  ["450 can't reach o'neil@a.example, b@c.example", "450 can't reach o'n***@a.example, b***@c.example"],
  ['250 queued as 4A@ and 7 @ noon', '250 queued as 4A@ and 7 @ noon'],
])('of the addresses in %s nothing is kept that names a person', (reply, kept) => {
  expect(readReply('end', reply, '')).toMatchObject(
    reply.startsWith('2') ? { reason: kept } : { reply: kept },
  )
})

test('a policy never suppresses a mailbox, whatever else it says', () => {
  for (const code of ['5.7.0', '5.7.1', '5.7.26', '5.7.509'])
    expect(settle('recipient', `550 ${code} no`).suppress).toBeUndefined()
})

test('waits longer each time, up to three hours, a fifth more or less', () => {
  const delays = [1, 2, 3, 4, 5, 9].map(
    (attempts) => settle('recipient', '450 4.2.0 later', attempts).delayMs / 60_000,
  )
  expect(delays).toEqual([1, 5, 15, 60, 180, 180])
  const refusal = readReply('recipient', '450 4.2.0 later', '')
  expect(toSettlement(refusal, 1, 0).delayMs).toBe(48_000)
  expect(toSettlement(refusal, 1, 1).delayMs).toBe(72_000)
})
