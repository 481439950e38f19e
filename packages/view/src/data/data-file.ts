/** A text file below the site's root. */
export type DataFile = { readonly path: string; readonly body: string }
