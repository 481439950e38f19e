import { buildSite } from '@broadsheet/web'

// Run by site.ts: builds the first page, digests and papers of the publication that the environment names.
await buildSite({
  makers: process.env.BROADSHEET_MAKERS,
  plugin: new URL('./only-pages.ts', import.meta.url).href,
})
