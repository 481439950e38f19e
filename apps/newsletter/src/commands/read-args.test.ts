import { expect, test } from 'vitest'
import { readArgs } from './read-args.ts'

const flags = { 'dry-run': { type: 'boolean' }, date: { type: 'string' } } as const

test('reads flags and what stands beside them', () => {
  expect(readArgs('send', ['--dry-run', '--date=2025-10-16', 'x'], flags, 1)).toMatchObject({
    values: { 'dry-run': true, date: '2025-10-16' },
    positionals: ['x'],
  })
})

test.each([
  [['--dryrun'], 'There is no --dryrun here; did you mean --dry-run?'],
  [['--colour'], 'There is no --colour here.\n'],
  [['--date'], "Option '--date <value>' argument missing"],
  [['--dry-run=yes'], "Option '--dry-run' does not take an argument"],
  [['2025-10-16'], '“2025-10-16” means nothing here.'],
])('answers %j with what was misunderstood and the usage', (args, words) => {
  const read = () => readArgs('send', args, flags)
  expect(read).toThrow(words)
  expect(read).toThrow('usage: npm run newsletter -- send [--date 2025-10-16]')
})
