import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig, toStamp } from '@broadsheet/view'

/** A text that is another one as soon as a file of the content or the configuration is. Costs a look at each file. */
export async function readContentStamp(): Promise<string> {
  const { content, file } = await readConfig()
  const entries = await readdir(content, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const stamps = [file, ...files.toSorted()].map(async (path) => `${path} ${toStamp(await stat(path))}`)
  return (await Promise.all(stamps)).join('\n')
}
