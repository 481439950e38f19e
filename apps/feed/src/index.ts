export type { Artifact } from './artifact.ts'
export { buildFeeds } from './build-feeds.ts'
export type { Place } from './shelf.ts'
