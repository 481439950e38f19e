import type { Archive, Diagnostic } from '@broadsheet/core'
import type { Config } from './config.ts'

/** Where a publication is read from and written to: absolute paths. */
export type Folders = {
  /** The folder of the project, which relative paths count from. */
  readonly root: string
  readonly content: string
  readonly out: string
  /** The mails that the preview shows; they never lie in `out`. */
  readonly mails: string
}

/** A folder of digests with its configuration, read once; what an app builds from. */
export type Publication = Folders & {
  readonly config: Config
  readonly archive: Archive
  /** Instants of last changes by tag URI, from the revisions file beside the digests. */
  readonly revisions: ReadonlyMap<string, string>
  readonly diagnostics: readonly Diagnostic[]
}
