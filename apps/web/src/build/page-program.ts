import { parentPort, workerData } from 'node:worker_threads'
import { type Artifact, openKeptOutput, toArchiveTables, toFacts, toTable } from '@broadsheet/view'
import { facts } from '../paper-facts.ts'
import { listen, named, publication } from '../publication.ts'
import { listPageGroups, type PageGroup } from './page-groups.ts'
import type { PrintedPages, PrintTask } from './print-pages.ts'
import { renderPage } from './render-page.ts'

// A page thread, compiled together with the pages: prints the groups of pages that no other thread has taken.
const { taken, makers }: PrintTask = workerData
const { references, similar, digestPictures, paperPictures } = facts
const output = openKeptOutput(publication, 'web', {
  makers,
  facts: toFacts({
    ...toArchiveTables(named),
    revisions: toTable(publication.revisions),
    references: toTable(references),
    similar: toTable(similar, (papers) => papers.map(({ key }) => key).join(' ')),
    digestPictures: toTable(digestPictures),
    paperPictures: toTable(paperPictures),
  }),
})

const groups = await listPageGroups()
for (let group = takeGroup(); group !== undefined; group = takeGroup()) {
  const { name, inputs, pages } = group
  await output.make({
    name,
    ...(inputs !== undefined && { inputs }),
    build: (note) => {
      listen(note)
      return renderPages(pages)
    },
  })
}
parentPort?.postMessage(output.take() satisfies PrintedPages)

function takeGroup(): PageGroup | undefined {
  return groups[Atomics.add(taken, 0, 1)]
}

async function* renderPages(pages: PageGroup['pages']): AsyncGenerator<Artifact> {
  for (const page of pages) yield await renderPage(page)
}
