import { expect, test } from 'vitest'
import { readPreviewOptions } from './preview-options.ts'

test('asks for the newest daily digest when nothing is said', () => {
  expect(readPreviewOptions([])).toEqual({
    all: false,
    last: Number.POSITIVE_INFINITY,
    kind: 'daily',
    json: false,
    quiet: false,
  })
})

test('reads lists with commas as a preference', () => {
  expect(readPreviewOptions(['--topics', 'agents, parsing', '--authors=ada-one']).preference).toEqual({
    topics: ['agents', 'parsing'],
    authors: ['ada-one'],
    categories: [],
  })
})

test.each([
  ['a kind that is none', ['--kind', 'hourly'], '--kind is one of daily'],
  ['a date that is none', ['--date', 'today'], '--date is a day'],
  ['a number that is none', ['--all', '--last', '0'], '--last is a number'],
  ['one kind of all', ['--all', '--kind', 'weekly'], 'leave out --kind'],
  ['the last of one', ['--last', '3'], '--last goes with --all'],
  ['a letter for some readers', ['--kind', 'welcome', '--topics', 'agents'], 'leave out --topics'],
  ['a flag with a typing mistake', ['--topic', 'a'], 'did you mean --topics?'],
  ['a word that means nothing', ['2025-10-16'], '“2025-10-16” means nothing here'],
  ['an unknown flag', ['--colour'], 'There is no --colour here'],
])('refuses %s', (_, args, message) => {
  expect(() => readPreviewOptions(args)).toThrow(message)
})
