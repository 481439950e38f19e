import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPictureCache } from './files.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadsheet-pictures-'))
  writeFileSync(join(root, 'package-lock.json'), 'one')
})

afterEach(() => rmSync(root, { recursive: true }))

test('a picture is found again, until other libraries or fonts draw', () => {
  openPictureCache(root).keep('hash', Buffer.from('picture'))
  expect(openPictureCache(root).find('hash')?.toString()).toBe('picture')
  writeFileSync(join(root, 'package-lock.json'), 'two')
  expect(openPictureCache(root).find('hash')).toBeUndefined()
})
