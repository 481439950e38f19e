import { expect, test } from 'vitest'
import { readMailHeaders } from './mail-headers.ts'

test('unfolds header fields and stops at the body', () => {
  const source = 'Subject: Ten of\r\n eighty papers\r\nList-Id: <digest.example>\r\n\r\nNot: a header\r\n'
  expect(readMailHeaders(source)).toEqual([
    { name: 'Subject', value: 'Ten of eighty papers' },
    { name: 'List-Id', value: '<digest.example>' },
  ])
})

test('nothing has no headers', () => {
  expect(readMailHeaders('')).toEqual([])
})
