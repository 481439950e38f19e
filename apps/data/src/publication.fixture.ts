import { fileURLToPath } from 'node:url'
import { type Publication, readPublication } from '@broadsheet/view'
import { type DataSource, toDataSource } from './data-source.ts'

const folder = fileURLToPath(new URL('../fixtures/', import.meta.url))

/** A publication of two days: the first chose one paper, the second both. */
export const publication: Publication = await readPublication({
  BROADSHEET_CONTENT: folder,
  BROADSHEET_CONFIG: `${folder}broadsheet.config.json`,
})

/** The same as this app sees it. */
export const twoDays: DataSource = toDataSource(publication)
