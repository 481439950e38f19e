import { parseDigest, toArchive } from '@broadsheet/core'
import { type Publication, parseConfig } from '@broadsheet/view'
import { generateDigests } from './corpus.ts'

const config = {
  title: 'Benchmark',
  description: 'Digests that nobody wrote.',
  url: 'https://broadsheet.example',
  publisher: { name: 'Benchmark' },
  feed: { authority: 'broadsheet.example', year: 2020 },
  mail: {
    from: { name: 'Benchmark', address: 'digest@broadsheet.example' },
    listId: 'digest.broadsheet.example',
  },
}

/** A publication of so many generated digests, as it would be read from a folder. */
export function generatePublication(count: number): Publication {
  const digests = [...generateDigests(count, 1)].flatMap((file) => parseDigest(file).digest ?? [])
  const { archive, diagnostics } = toArchive(digests, { aliases: {} })
  const folders = { root: '', content: '', out: '', mails: '' }
  return { ...folders, config: parseConfig(config, 'config'), archive, diagnostics, revisions: new Map() }
}
