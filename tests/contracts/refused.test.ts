import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { root } from './publish.ts'

test('one bad digest is left out, the rest is published, and the exit status is 1', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-'))
  const content = join(folder, 'content')
  await cp(join(root, 'tests/fixtures/rejected/one-bad-file-hides-nothing'), content, { recursive: true })
  const env = {
    ...process.env,
    BROADSHEET_CONTENT: content,
    BROADSHEET_OUT: join(folder, 'dist'),
    BROADSHEET_DATA: join(folder, 'data'),
  }
  const build = promisify(execFile)(process.execPath, ['apps/press/src/main.ts', 'build'], { cwd: root, env })
  await expect(build).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('a.md:2') })
  expect(await readdir(join(folder, 'dist/digests'))).toEqual(expect.arrayContaining(['good', 'later']))
}, 60_000)
