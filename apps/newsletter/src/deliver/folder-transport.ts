import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Transport } from './transport.ts'

/**
 * Writes each mail as `<folder>/<mailing>/<recipient>.eml`, which appears whole or not at all.
 * Its owner alone may read it: it holds a reader's links.
 */
export function createFolderTransport(folder: string): Transport {
  return {
    send: async (mail, begin) => {
      const file = join(folder, `${mail.id.replace(/[^\w./-]|\.\./g, '_')}.eml`)
      try {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 })
        await writeFile(`${file}.part`, Buffer.concat(mail.pieces), { mode: 0o600 })
        if (!(await begin().catch(() => false))) {
          await rm(`${file}.part`, { force: true })
          return { kind: 'aborted' }
        }
        await rename(`${file}.part`, file)
        return { kind: 'accepted', reply: file }
      } catch (error) {
        const reply = error instanceof Error ? error.message : String(error)
        return { kind: 'refused', scope: 'service', permanent: false, code: '', reply }
      }
    },
    close: async () => undefined,
  }
}
