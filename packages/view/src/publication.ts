import type { Archive, Diagnostic } from '@broadsheet/core'
import type { Config } from './config.ts'

/** A folder of digests with its configuration, read once; what an app builds from. */
export type Publication = {
  readonly config: Config
  readonly archive: Archive
  /** Instants of last changes by tag URI, from the revisions file beside the digests. */
  readonly revisions: ReadonlyMap<string, string>
  readonly diagnostics: readonly Diagnostic[]
  /** Absolute paths: the content folder, the output folder, and the folder of mails shown by the preview. */
  readonly content: string
  readonly out: string
  readonly mails: string
}
