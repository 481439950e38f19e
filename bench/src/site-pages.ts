import { availableParallelism } from 'node:os'
import { buildSite } from '@broadsheet/web'

// Run by site.ts: builds the publication that the environment names with the pages that the module in its argument leaves.
await buildSite({
  makers: process.env.BROADSHEET_MAKERS,
  threads: availableParallelism(),
  plugin: new URL(process.argv[2] ?? '', import.meta.url).href,
})
