/** A file below the output folder; `path` uses forward slashes. What is too long for one string comes in pieces. */
export type Artifact = { readonly path: string; readonly content: string | Uint8Array | Iterable<Piece> }

/** Text, or UTF-8 that is there already. */
export type Piece = string | Uint8Array
