import type { FileGroup, Note } from '@broadsheet/view'
import type { Artifact } from './artifact.ts'
import type { ShelfPart } from './shelf.ts'

/** Documents that are made together, and where the items stand that others quote from them. */
export type FeedGroup = Omit<FileGroup<ShelfPart>, 'build'> & {
  readonly build: (note: Note) => Iterable<Artifact>
}
