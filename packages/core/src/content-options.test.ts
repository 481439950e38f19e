import { expect, test } from 'vitest'
import { readContentOptions, UsageError } from './content-options.ts'

test.each([
  [[], { json: false, quiet: false, help: false }],
  [['--json'], { json: true, quiet: false, help: false }],
  [['--quiet', '--help'], { json: false, quiet: true, help: true }],
])('%j', (args, options) => {
  expect(readContentOptions(args)).toEqual(options)
})

test.each([[['--colour']], [['content']], [['--json=yes']]])('%j means nothing', (args) => {
  expect(() => readContentOptions(args)).toThrow(UsageError)
})
