/** A file's text: strict UTF-8 without BOM, LF line ends, damaged runs repaired, no control characters. */
export type Source = { readonly file: string; readonly sha256: string; readonly text: string }
