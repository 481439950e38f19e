import { expect, test } from 'vitest'
import { readCommand, UsageError } from './command-line.ts'

test.each([
  [['build'], {}, { name: 'build', strict: false }],
  [['build', '--strict'], {}, { name: 'build', strict: true }],
  [['start'], {}, { name: 'start', strict: false, port: 4321 }],
  [['start'], { PORT: '8080' }, { name: 'start', strict: false, port: 8080 }],
  [['start', '--port', '0'], { PORT: '8080' }, { name: 'start', strict: false, port: 0 }],
  [['dev', '--port=9000'], {}, { name: 'dev', port: 9000 }],
  [['dev', '--help'], {}, { name: 'help' }],
])('reads %j with %j', (args, env, command) => {
  expect(readCommand(args, env)).toEqual(command)
})

test.each([
  [[]],
  [['publish']],
  [['build', 'content']],
  [['build', '--port', '1']],
  [['build', '--stict']],
  [['dev', '--strict']],
  [['start', '--port', '65536']],
  [['start', '--port', '8e3']],
  [['start', '--port']],
])('refuses %j', (args) => {
  expect(() => readCommand(args, {})).toThrow(UsageError)
})

test('refuses a PORT that is none', () => {
  expect(() => readCommand(['start'], { PORT: 'http' })).toThrow(/http is no port/)
})
