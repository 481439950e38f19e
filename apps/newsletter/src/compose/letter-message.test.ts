import { expect, test } from 'vitest'
import { sampleConfig } from '../sample-digests.fixture.ts'
import { toLetterMessage } from './letter-message.ts'
import { readyMailContext } from './mail-context.ts'

const context = await readyMailContext(sampleConfig)

test.each([
  ['confirmation', ['XXCONFIRMADDRESSXX'], ['XXLEAVEADDRESSXX', 'XXPREFERENCESADDRESSXX']],
  ['welcome', ['XXPREFERENCESADDRESSXX', 'XXLEAVEADDRESSXX'], ['XXCONFIRMADDRESSXX']],
  ['goodbye', [], ['XXCONFIRMADDRESSXX', 'XXLEAVEADDRESSXX', 'XXPREFERENCESADDRESSXX']],
] as const)('the %s mail offers in both parts what its reader can do now', (kind, offered, absent) => {
  const { html, text, subject, headers } = toLetterMessage(context, kind)
  for (const part of [html, text]) {
    for (const address of offered) expect(part).toContain(address)
    for (const address of absent) expect(part).not.toContain(address)
    expect(part).toContain('Press, 1 Lane, Town')
  }
  expect(subject).toContain('The Digest')
  expect(headers.some(([name]) => name === 'List-Unsubscribe')).toBe(kind === 'welcome')
})
