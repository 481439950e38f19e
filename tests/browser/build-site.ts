import { execFile } from 'node:child_process'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Preview, startPreview } from '@broadsheet/preview'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the site and the folder it was built into. */
    readonly site: string
    readonly out: string
  }
}

const root = join(import.meta.dirname, '../..')

let served: ServedSite | undefined

/** Builds a site once for the tests of a project: its own content, or for long ones that of BROADSHEET_CONTENT. */
export async function setup(project: TestProject): Promise<void> {
  const content = project.name === 'browser' ? undefined : process.env.BROADSHEET_CONTENT
  served = await serveSite({ BROADSHEET_CONTENT: content ?? join(root, 'content') })
  project.provide('site', served.site)
  project.provide('out', served.out)
}

export async function teardown(): Promise<void> {
  await served?.close()
}

export type ServedSite = {
  readonly site: string
  readonly out: string
  readonly close: () => Promise<void>
}

/** Builds everything as `npm run build` does, with these variables in the environment, and serves it. */
export async function serveSite(
  variables: Readonly<Record<string, string>>,
  base = '/',
): Promise<ServedSite> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-site-'))
  const out = join(folder, 'dist')
  const env = { ...process.env, ...variables, BROADSHEET_OUT: out, BROADSHEET_DATA: join(folder, 'data') }
  await build(env, out)
  const preview: Preview = await startPreview({ out, mails: join(folder, 'mails'), base, port: 0 })
  return {
    site: preview.site,
    out,
    close: async () => {
      await preview.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Content with findings exits with 1 after it has built the rest. */
async function build(env: NodeJS.ProcessEnv, out: string): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, ['apps/press/src/main.ts', 'build'], { cwd: root, env })
  } catch (cause) {
    await access(join(out, 'index.html')).catch(() => {
      throw new Error('the site was not built', { cause })
    })
  }
}
