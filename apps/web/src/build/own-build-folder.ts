import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AstroIntegration } from 'astro'

/**
 * Gives the build of each output folder a working directory of its own. Astro keeps what it builds first below
 * the working directory, when the output lies elsewhere, so that two builds at a time would mix.
 * @see https://github.com/withastro/astro/blob/main/packages/astro/src/core/build/common.ts
 */
export function ownBuildFolder(out: string): AstroIntegration {
  return {
    name: 'broadsheet:own-build-folder',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command !== 'build') return
        const name = createHash('sha256').update(out).digest('hex').slice(0, 12)
        const folder = join(process.cwd(), 'node_modules/.cache/build', name)
        mkdirSync(folder, { recursive: true })
        process.chdir(folder)
      },
    },
  }
}
