import { expect, test } from 'vitest'
import { readCommand } from './command-line.ts'

test.each([
  [['build'], { name: 'build' }],
  [['revise', '--date', '2025-10-16'], { name: 'revise', date: '2025-10-16', dryRun: false, quiet: false }],
  [['ping', '--dry-run', '--quiet'], { name: 'ping', dryRun: true, quiet: true }],
  [['ping', '--since', '2025-10-16'], { name: 'ping', since: '2025-10-16', dryRun: false, quiet: false }],
  [['--help'], { name: 'help' }],
])('reads %j', (args, command) => expect(readCommand(args)).toEqual(command))

test.each([
  [[], 'No command'],
  [['publish'], 'No command publish'],
  [['build', '--dry-run'], 'build has no --dry-run'],
  [['ping', '--date', '2025-10-16'], 'ping has no --date'],
  [['revise', 'now'], 'now means nothing here'],
  [['revise', '--date', 'yesterday'], 'yesterday is no date'],
  [['revise', '--date', '2025-02-30'], '2025-02-30 is no date'],
  [['revise', '--loud'], '--loud'],
])('refuses %j', (args, message) => expect(() => readCommand(args)).toThrow(message))
