/** A file as found below the content folder; `file` uses forward slashes and is relative to it. */
export type SourceBytes = { readonly file: string; readonly bytes: Uint8Array }
