import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findContentFolder } from './content-folder.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadsheet-root-'))
  mkdirSync(join(root, 'packages/core'), { recursive: true })
  for (const name of ['turbo.json', 'package-lock.json', 'packages/core/turbo.json'])
    writeFileSync(join(root, name), '{}')
})
afterEach(() => rmSync(root, { recursive: true }))

test.each([undefined, ''])('is content/ of the project when the variable is %j', (BROADSHEET_CONTENT) => {
  expect(findContentFolder({ BROADSHEET_CONTENT }, root)).toBe(join(root, 'content'))
})

test('a relative path counts from the root of the project, wherever one stands in it', () => {
  const env = { BROADSHEET_CONTENT: '../digests' }
  expect(findContentFolder(env, join(root, 'packages/core'))).toBe(join(root, '../digests'))
})

test('an absolute path is itself', () => {
  expect(findContentFolder({ BROADSHEET_CONTENT: '/digests' }, root)).toBe('/digests')
})

test('outside of a project, a relative path counts from where one stands', () => {
  expect(findContentFolder({}, tmpdir())).toBe(join(tmpdir(), 'content'))
})
