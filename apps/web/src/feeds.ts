import { listFeeds } from '@broadsheet/view'
import { publication } from './publication.ts'

/** Every feed there is, the publication's own first. */
export const feeds = listFeeds(publication)
