/** A file below the output folder; `path` uses forward slashes. */
export type Artifact = { readonly path: string; readonly content: string | Uint8Array }
